package org.xinyidai.connectors.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.product.SecurityMode;

/**
 * One result that is returned to the nation (融资结果), version 1; its published form is
 * docs/events/financing-result-1.schema.json. Nothing is checked here but by {@link Conformance}:
 * what would be refused must be shown with its reasons, so it must be possible to hold it.
 *
 * @param id stable, by which a receiver knows a repeat: the same id never carries other content
 * @param occurredAt when it happened, in whole milliseconds
 * @param reportedAt when it was reported to the platform; the day of it, in China, is that under
 *     which a node lists it
 * @param corrects id of the result that this one stands in place of; null for a new one
 * @param product null where a loan outside the platform has none here
 * @param applicationId null where the loan was not applied for here
 * @param grant null until there is one; so with the parts behind it
 * @param drawDown the one that this result tells of
 * @param standing how the loan stands after it
 * @param reason code of a refusal (R01...) or of a withdrawal (W01...)
 */
public record FinancingResult(
    String id,
    ResultKind kind,
    ResultOrigin origin,
    Instant occurredAt,
    Instant reportedAt,
    @Nullable String corrects,
    Enterprise enterprise,
    Institution institution,
    @Nullable Product product,
    @Nullable String applicationId,
    @Nullable Grant grant,
    @Nullable DrawDown drawDown,
    @Nullable Standing standing,
    @Nullable String reason) {
  /** Of the form. A field is added only with a new version; old versions stay readable. */
  public static final int VERSION = 1;

  public FinancingResult {
    occurredAt = occurredAt.truncatedTo(ChronoUnit.MILLIS);
    reportedAt = reportedAt.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The day under which a node lists it. */
  public LocalDate reportedOn() {
    return ChinaTime.dayOf(reportedAt);
  }

  /** Who borrows (融资主体). */
  public record Enterprise(String uscc, String name) {}

  /**
   * Who lends (金融机构).
   *
   * @param code its unified social credit code
   */
  public record Institution(String code, String name) {}

  /** The published product (金融产品). */
  public record Product(String id, int version, String name) {}

  /**
   * What was granted (授信).
   *
   * @param startOn first day on which it may be drawn
   * @param endOn last day of its term
   * @param creditLoan on credit alone, so that nothing stands behind it
   * @param firstLoan the first loan of any bank to this enterprise
   * @param rateBp yearly, in basis points
   */
  public record Grant(
      String number,
      long amountFen,
      LocalDate startOn,
      LocalDate endOn,
      SecurityMode guaranteeMode,
      boolean creditLoan,
      boolean firstLoan,
      int rateBp) {}

  /** Money that was paid out (放款). */
  public record DrawDown(String number, long amountFen, LocalDate drawnOn, LocalDate dueOn) {}

  /**
   * How the loan stands (贷款现状).
   *
   * @param balanceFen principal owed
   * @param fiveClass null where the lender has not graded it
   * @param overdueDays 0 while nothing is late
   * @param overdueFen principal that is late
   * @param settledOn null while it is not settled
   */
  public record Standing(
      long balanceFen,
      @Nullable FiveClass fiveClass,
      int overdueDays,
      long overdueFen,
      @Nullable LocalDate settledOn) {}
}
