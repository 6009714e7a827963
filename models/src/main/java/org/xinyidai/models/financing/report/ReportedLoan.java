package org.xinyidai.models.financing.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.Contract;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.financing.application.DrawDown;
import org.xinyidai.models.financing.application.Grant;
import org.xinyidai.models.financing.application.Overdue;
import org.xinyidai.models.subject.Uscc;

/**
 * How a loan stands as its lender reports it (报送贷款). What is null was not reported, which is never
 * the same as zero.
 *
 * @param line the lender's own number of the line, by which a repeat is known
 * @param application null where the lender names none: it is then found by contract or grant number
 */
public record ReportedLoan(
    String line,
    Uscc uscc,
    @Nullable ApplicationId application,
    @Nullable DenialReason denial,
    @Nullable Grant grant,
    @Nullable Contract contract,
    @Nullable DrawDown drawDown,
    @Nullable Position position,
    @Nullable Overdue overdue,
    @Nullable LocalDate settledOn,
    String note) {

  /** Principal owed over all draw-downs, by the end of a day. */
  public record Position(long balanceFen, LocalDate on) {}

  /** Whether it says anything at all of a loan or a refusal. */
  public boolean saysNothing() {
    return denial == null
        && grant == null
        && contract == null
        && drawDown == null
        && position == null
        && overdue == null
        && settledOn == null;
  }
}
