package org.xinyidai.models.record;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/**
 * A payment of tax (税款缴纳) for one tax and month, with what is still owed.
 *
 * @param overdueFen tax owed past its due day (欠税额)
 * @param paidOn null while nothing was paid
 * @param receiptNumber empty where the office tells none
 */
public record TaxPayment(
    Uscc uscc,
    YearMonth period,
    TaxType taxType,
    long paidFen,
    long overdueFen,
    LocalDate dueOn,
    @Nullable LocalDate paidOn,
    String receiptNumber)
    implements SourceRecord {
  private static final int PERIOD = 1;
  private static final int TAX_TYPE = 2;
  private static final int PAID = 3;
  private static final int OVERDUE = 4;
  private static final int DUE_ON = 5;
  private static final int PAID_ON = 6;
  private static final int RECEIPT_NUMBER = 7;

  /** 税款缴纳. */
  public static final Feed<TaxPayment> FEED =
      Feed.declare("tax_payment", 4, "税款缴纳")
          .from("税务局", "各税种实缴税额、欠税额与缴款日期", "省级税务数据接口推送", Frequency.MONTHLY)
          .columns(
              Column.USCC,
              Column.required("period", "所属期", Kind.MONTH, "税款所属期"),
              Column.code("taxType", "税种", TaxType.values()).alsoCalled("征收项目"),
              Column.required("paidYuan", "实缴税额", Kind.FEN, "入库税额"),
              Column.required("overdueYuan", "欠税额", Kind.FEN, "欠税余额"),
              Column.required("dueOn", "缴款期限", Kind.DAY),
              Column.optional("paidOn", "缴款日期", Kind.DAY, "入库日期"),
              Column.optional("receiptNumber", "税票号码", Kind.TEXT))
          .day(PERIOD)
          .identity(TAX_TYPE, RECEIPT_NUMBER)
          .future(DUE_ON)
          .checks(Check.notBeforeMonth(DUE_ON, PERIOD), Check.notBeforeMonth(PAID_ON, PERIOD))
          .reads(TaxPayment::of);

  /** The last day of the month. */
  @Override
  public LocalDate day() {
    return period.atEndOfMonth();
  }

  private static TaxPayment of(Row row) {
    return new TaxPayment(
        row.uscc(),
        row.month(PERIOD),
        row.code(TAX_TYPE, TaxType.ALL),
        row.number(PAID),
        row.number(OVERDUE),
        row.day(DUE_ON),
        row.dayOrNull(PAID_ON),
        row.text(RECEIPT_NUMBER));
  }
}
