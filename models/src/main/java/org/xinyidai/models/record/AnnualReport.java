package org.xinyidai.models.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/**
 * The report that an enterprise makes public of a year (企业年度报告), due by the end of June of the
 * next: 企业信息公示暂行条例, article 8. Of what an enterprise did not publish the value is null.
 *
 * @param year the year reported of
 * @param operatingState in the enterprise's words, such as 开业, 歇业, 停业, 清算; empty where not told
 * @param contributedFen funds that a sole trader or cooperative put in (资金数额)
 * @param graduates, veterans, disabled, reemployed among employees and owners
 *     (高校毕业生、退役士兵、残疾人、失业再就业)
 */
public record AnnualReport(
    Uscc uscc,
    LocalDate reportedOn,
    int year,
    String operatingState,
    @Nullable Long employees,
    @Nullable Long contributedFen,
    @Nullable Long graduates,
    @Nullable Long veterans,
    @Nullable Long disabled,
    @Nullable Long reemployed,
    @Nullable Boolean website,
    @Nullable Boolean invests,
    @Nullable Boolean sharesTransferred)
    implements SourceRecord {
  private static final int REPORTED_ON = 1;
  private static final int YEAR = 2;
  private static final int OPERATING_STATE = 3;
  private static final int EMPLOYEES = 4;
  private static final int CONTRIBUTED = 5;
  private static final int GRADUATES = 6;
  private static final int VETERANS = 7;
  private static final int DISABLED = 8;
  private static final int REEMPLOYED = 9;
  private static final int WEBSITE = 10;
  private static final int INVESTS = 11;
  private static final int SHARES_TRANSFERRED = 12;

  /** 企业年度报告. */
  public static final Feed<AnnualReport> FEED =
      Feed.declare("annual_report", 22, "企业年度报告")
          .from("市场监督管理局", "年度报告公示的经营状态、从业人数、资金数额与对外投资", "企业信用信息公示系统批量交换", Frequency.YEARLY)
          .columns(
              Column.USCC,
              Column.required("reportedOn", "报送日期", Kind.DAY, "年报日期", "公示日期"),
              Column.required("year", "报告年度", Kind.COUNT, "年报年度"),
              Column.optional("operatingState", "经营状态", Kind.TEXT),
              Column.optional("employees", "从业人数", Kind.COUNT, "从业人员"),
              Column.optional("contributedYuan", "资金数额", Kind.FEN, "成员出资总额"),
              Column.optional("graduates", "高校毕业生人数", Kind.COUNT),
              Column.optional("veterans", "退役士兵人数", Kind.COUNT),
              Column.optional("disabled", "残疾人人数", Kind.COUNT),
              Column.optional("reemployed", "失业人员再就业人数", Kind.COUNT),
              Column.optional("website", "是否有网站网店", Kind.FLAG, "是否有网站或网店"),
              Column.optional("invests", "是否有对外投资", Kind.FLAG, "是否投资或购买其他公司股权"),
              Column.optional("sharesTransferred", "是否发生股权转让", Kind.FLAG))
          .day(REPORTED_ON)
          .identity(YEAR)
          .checks(Check.yearBegan(YEAR, REPORTED_ON))
          .reads(AnnualReport::of);

  @Override
  public LocalDate day() {
    return reportedOn;
  }

  private static AnnualReport of(Row row) {
    return new AnnualReport(
        row.uscc(),
        row.day(REPORTED_ON),
        (int) row.number(YEAR),
        row.text(OPERATING_STATE),
        row.numberOrNull(EMPLOYEES),
        row.numberOrNull(CONTRIBUTED),
        row.numberOrNull(GRADUATES),
        row.numberOrNull(VETERANS),
        row.numberOrNull(DISABLED),
        row.numberOrNull(REEMPLOYED),
        flagOrNull(row, WEBSITE),
        flagOrNull(row, INVESTS),
        flagOrNull(row, SHARES_TRANSFERRED));
  }

  private static @Nullable Boolean flagOrNull(Row row, int column) {
    return row.has(column) ? row.flag(column) : null;
  }
}
