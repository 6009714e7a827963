package org.xinyidai.engine.monitoring;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.subject.Uscc;

/**
 * What a lender decided on the application of an enterprise (金融机构审批结论).
 *
 * @param lender as it calls itself
 * @param approved whether the loan was granted
 * @param product id of the product, null where the lender does not say
 * @param appliedOn the day on which the application came in, null where the lender does not say
 */
public record LenderDecision(
    Uscc uscc,
    String lender,
    LocalDate decidedOn,
    boolean approved,
    @Nullable String product,
    @Nullable LocalDate appliedOn) {
  /** Longer than the name of any lender. */
  public static final int LONGEST_NAME = 100;

  /** A decision of which nothing more is told. */
  public LenderDecision(Uscc uscc, String lender, LocalDate decidedOn, boolean approved) {
    this(uscc, lender, decidedOn, approved, null, null);
  }

  public LenderDecision {
    if (lender.isBlank() || lender.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "a lender has a name of 1 to " + LONGEST_NAME + " letters");
    }
  }
}
