package org.xinyidai.models.financing.report;

import java.util.Arrays;
import java.util.Optional;

/**
 * A field of a reported line (报送字段): its name in calls, its column in files, and where a step says
 * the same. In calls money is in fen and rates in basis points, in files yuan and percent.
 */
public enum ReportField {
  LINE("line", "报送行编号", Kind.TEXT, ""),
  APPLICATION("application", "申请编号", Kind.TEXT, "application"),
  USCC("uscc", "统一社会信用代码", Kind.TEXT, "uscc"),
  NAME("name", "企业名称", Kind.TEXT, ""),
  DENIAL("denialReason", "拒贷原因代码", Kind.TEXT, "reason"),
  GRANT_NUMBER("grantNumber", "授信编号", Kind.TEXT, "grant.number"),
  GRANT_AMOUNT("grantAmountFen", "授信金额（元）", Kind.MONEY, "grant.amountFen"),
  RATE("rateBp", "年利率（%）", Kind.RATE, "grant.rateBp"),
  TERM("termMonths", "期限（月）", Kind.COUNT, "grant.termMonths"),
  SECURITY("security", "担保方式", Kind.TEXT, "grant.security"),
  FIRST_LOAN("firstLoan", "是否首贷", Kind.FLAG, "grant.firstLoan"),
  VALID_UNTIL("validUntil", "授信有效期至", Kind.DAY, "grant.validUntil"),
  CONTRACT_NUMBER("contractNumber", "合同编号", Kind.TEXT, "contract.number"),
  SIGNED_ON("signedOn", "合同签订日期", Kind.DAY, "contract.signedOn"),
  DRAW_NUMBER("drawDownNumber", "借据编号", Kind.TEXT, "drawDown.number"),
  DRAW_AMOUNT("drawDownAmountFen", "放款金额（元）", Kind.MONEY, "drawDown.amountFen"),
  DRAWN_ON("drawnOn", "放款日期", Kind.DAY, "drawDown.drawnOn"),
  DUE_ON("dueOn", "到期日期", Kind.DAY, "drawDown.dueOn"),
  /** Principal owed over all draw-downs of the application on the day of the data. */
  BALANCE("balanceFen", "贷款余额（元）", Kind.MONEY, "repayment.amountFen"),
  BALANCE_ON("balanceOn", "数据日期", Kind.DAY, "repayment.paidOn"),
  OVERDUE_DAYS("overdueDays", "逾期天数", Kind.COUNT, "overdue.days"),
  OVERDUE_AMOUNT("overdueAmountFen", "逾期金额（元）", Kind.MONEY, "overdue.amountFen"),
  SETTLED_ON("settledOn", "结清日期", Kind.DAY, ""),
  NOTE("note", "备注", Kind.TEXT, "note"),
  /** Where the application stands; no column, but what differences may be about. */
  STATE("state", "申请状态", Kind.STATE, "step");

  private final String code;
  private final String titleZh;
  private final Kind kind;
  private final String stepField;

  /** How its text is read. */
  public enum Kind {
    TEXT,
    MONEY,
    RATE,
    COUNT,
    DAY,
    FLAG,
    /** Never written by a lender. */
    STATE
  }

  ReportField(String code, String titleZh, Kind kind, String stepField) {
    this.code = code;
    this.titleZh = titleZh;
    this.kind = kind;
    this.stepField = stepField;
  }

  /** The stable name in calls and stored lines. */
  public String code() {
    return code;
  }

  /** The column of files. */
  public String titleZh() {
    return titleZh;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether it is a column of files and a member of calls. */
  public boolean isColumn() {
    return kind != Kind.STATE;
  }

  /** Whether it speaks of one draw-down, not of the application as a whole. */
  public boolean isOfDrawDown() {
    return stepField.startsWith("drawDown.");
  }

  public static Optional<ReportField> ofCode(String code) {
    return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
  }

  /** The column of a file under its Chinese title or its code; spaces and brackets do not count. */
  public static Optional<ReportField> ofTitle(String title) {
    String bare = bare(title);
    return Arrays.stream(values())
        .filter(ReportField::isColumn)
        .filter(field -> bare(field.titleZh).equals(bare) || field.code.equals(title.strip()))
        .findFirst();
  }

  /** The field that a fault of a step names; that of the state where none does. */
  static ReportField ofStep(String field) {
    return Arrays.stream(values())
        .filter(one -> !one.stepField.isEmpty() && one.stepField.equals(field))
        .findFirst()
        .orElse(STATE);
  }

  private static String bare(String title) {
    return title.replaceAll("[\\s()（）]", "");
  }
}
