package org.xinyidai.engine.lenderreport;

import java.util.EnumSet;
import java.util.Set;
import org.xinyidai.models.financing.report.ReportField;
import org.xinyidai.models.financing.report.ReportedLoan;

/** Of which fields a line speaks, so that its silence mends nothing (报送内容范围). */
final class Spoken {
  private static final Set<ReportField> GRANT =
      EnumSet.range(ReportField.GRANT_NUMBER, ReportField.VALID_UNTIL);
  private static final Set<ReportField> CONTRACT =
      EnumSet.of(ReportField.CONTRACT_NUMBER, ReportField.SIGNED_ON);
  private static final Set<ReportField> DRAW_DOWN =
      EnumSet.range(ReportField.DRAW_NUMBER, ReportField.DUE_ON);
  private static final Set<ReportField> BALANCE =
      EnumSet.of(
          ReportField.BALANCE,
          ReportField.BALANCE_ON,
          ReportField.OVERDUE_DAYS,
          ReportField.OVERDUE_AMOUNT);

  private Spoken() {}

  /** Fields that the line would have told of if they differed; its place among them. */
  static Set<ReportField> of(ReportedLoan loan) {
    Set<ReportField> spoken =
        EnumSet.of(ReportField.LINE, ReportField.APPLICATION, ReportField.USCC, ReportField.STATE);
    if (loan.denial() != null) {
      spoken.add(ReportField.DENIAL);
    }
    if (loan.grant() != null) {
      spoken.addAll(GRANT);
    }
    if (loan.contract() != null) {
      spoken.addAll(CONTRACT);
    }
    if (loan.drawDown() != null) {
      spoken.addAll(DRAW_DOWN);
    }
    if (loan.position() != null || loan.overdue() != null) {
      spoken.addAll(BALANCE);
    }
    return spoken;
  }
}
