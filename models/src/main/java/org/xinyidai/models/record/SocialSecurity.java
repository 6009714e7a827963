package org.xinyidai.models.record;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/**
 * Social-insurance contributions (社会保险缴费) of one month, all kinds of insurance together.
 *
 * @param paidOn null while nothing was paid
 * @param arrearsMonths months owed by then (累计欠缴月数), 0 where the office tells none
 */
public record SocialSecurity(
    Uscc uscc,
    YearMonth period,
    int insuredPersons,
    long payableFen,
    long paidFen,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate paidOn,
    int arrearsMonths)
    implements SourceRecord {
  private static final int PERIOD = 1;
  private static final int INSURED_PERSONS = 2;
  private static final int PAYABLE = 3;
  private static final int PAID = 4;
  private static final int DUE_ON = 5;
  private static final int PAID_ON = 6;
  private static final int ARREARS_MONTHS = 7;

  /** 社会保险缴费. */
  public static final Feed<SocialSecurity> FEED =
      Feed.declare("social_security", 10, "社会保险缴费")
          .from("人力资源和社会保障局", "参保人数、应缴实缴金额与欠缴月数", "部门数据接口推送", Frequency.MONTHLY)
          .columns(
              Column.USCC,
              Column.required("period", "缴费月份", Kind.MONTH, "所属期", "缴存月份"),
              Column.required("insuredPersons", "参保人数", Kind.COUNT, "缴费人数"),
              Column.required("payableYuan", "应缴金额", Kind.FEN),
              Column.required("paidYuan", "实缴金额", Kind.FEN),
              Column.optional("dueOn", "缴费期限", Kind.DAY),
              Column.optional("paidOn", "缴费日期", Kind.DAY),
              Column.optional("arrearsMonths", "累计欠缴月数", Kind.COUNT, "欠缴月数"))
          .day(PERIOD)
          .future(DUE_ON)
          .checks(Check.notBeforeMonth(DUE_ON, PERIOD))
          .reads(SocialSecurity::of);

  /** The last day of the month. */
  @Override
  public LocalDate day() {
    return period.atEndOfMonth();
  }

  private static SocialSecurity of(Row row) {
    return new SocialSecurity(
        row.uscc(),
        row.month(PERIOD),
        (int) row.number(INSURED_PERSONS),
        row.number(PAYABLE),
        row.number(PAID),
        row.dayOrNull(DUE_ON),
        row.dayOrNull(PAID_ON),
        (int) row.numberOr(ARREARS_MONTHS, 0));
  }
}
