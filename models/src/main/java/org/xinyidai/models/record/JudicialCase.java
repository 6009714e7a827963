package org.xinyidai.models.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/**
 * A case before a court (司法涉诉) with the side the enterprise is on.
 *
 * @param amountFen sum in dispute or to be enforced, 0 where there is none
 * @param dishonest listed as a dishonest judgment debtor (失信被执行人)
 * @param closedOn null while the case is open or the day is not told
 */
public record JudicialCase(
    Uscc uscc,
    LocalDate filedOn,
    String caseNumber,
    CaseRole role,
    CaseKind kind,
    long amountFen,
    CaseStatus status,
    boolean dishonest,
    @Nullable LocalDate closedOn)
    implements SourceRecord {
  private static final int FILED_ON = 1;
  private static final int CASE_NUMBER = 2;
  private static final int ROLE = 3;
  private static final int KIND = 4;
  private static final int AMOUNT = 5;
  private static final int STATUS = 6;
  private static final int DISHONEST = 7;
  private static final int CLOSED_ON = 8;

  /** 司法涉诉. */
  public static final Feed<JudicialCase> FEED =
      Feed.declare("judicial", 13, "司法涉诉")
          .from("人民法院", "立案、执行、结案与失信被执行人信息", "法院数据交换", Frequency.ON_EVENT)
          .columns(
              Column.USCC,
              Column.required("filedOn", "立案日期", Kind.DAY),
              Column.required("caseNumber", "案号", Kind.TEXT),
              Column.code("role", "诉讼地位", CaseRole.values()).alsoCalled("当事人地位"),
              Column.code("kind", "案由", CaseKind.values()).alsoCalled("案件类型"),
              Column.optional("amountYuan", "标的金额", Kind.FEN, "执行标的"),
              Column.code("status", "案件状态", CaseStatus.values()),
              Column.optional("dishonest", "失信被执行人", Kind.FLAG, "是否失信被执行人"),
              Column.optional("closedOn", "结案日期", Kind.DAY))
          .day(FILED_ON)
          .identity(CASE_NUMBER, ROLE)
          .checks(Check.notBefore(CLOSED_ON, FILED_ON))
          .reads(JudicialCase::of);

  @Override
  public LocalDate day() {
    return filedOn;
  }

  private static JudicialCase of(Row row) {
    return new JudicialCase(
        row.uscc(),
        row.day(FILED_ON),
        row.text(CASE_NUMBER),
        row.code(ROLE, CaseRole.ALL),
        row.code(KIND, CaseKind.ALL),
        row.numberOr(AMOUNT, 0),
        row.code(STATUS, CaseStatus.ALL),
        row.flag(DISHONEST),
        row.dayOrNull(CLOSED_ON));
  }
}
