package org.xinyidai.models.record;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/**
 * A tax return (纳税申报) of one tax for one month, or for the quarter that ends with it.
 *
 * @param declaredOn null while nothing was declared
 * @param reliefFen tax relief (减免税额), 0 where the office tells none
 */
public record TaxDeclaration(
    Uscc uscc,
    YearMonth period,
    TaxType taxType,
    long declaredSalesFen,
    long payableFen,
    LocalDate dueOn,
    @Nullable LocalDate declaredOn,
    long reliefFen)
    implements SourceRecord {
  private static final int PERIOD = 1;
  private static final int TAX_TYPE = 2;
  private static final int DECLARED_SALES = 3;
  private static final int PAYABLE = 4;
  private static final int DUE_ON = 5;
  private static final int DECLARED_ON = 6;
  private static final int RELIEF = 7;

  /** 纳税申报. */
  public static final Feed<TaxDeclaration> FEED =
      Feed.declare("tax_declaration", 3, "纳税申报")
          .from("税务局", "各税种申报销售额、应纳税额、减免税额与申报日期", "省级税务数据接口推送", Frequency.MONTHLY)
          .columns(
              Column.USCC,
              Column.required("period", "所属期", Kind.MONTH, "税款所属期"),
              Column.code("taxType", "税种", TaxType.values()).alsoCalled("征收项目"),
              Column.required("declaredSalesYuan", "申报销售额", Kind.FEN, "计税依据"),
              Column.required("payableYuan", "应纳税额", Kind.FEN),
              Column.required("dueOn", "申报期限", Kind.DAY),
              Column.optional("declaredOn", "申报日期", Kind.DAY),
              Column.optional("reliefYuan", "减免税额", Kind.FEN))
          .day(PERIOD)
          .identity(TAX_TYPE)
          .signed(DECLARED_SALES)
          .future(DUE_ON)
          .checks(Check.notBeforeMonth(DUE_ON, PERIOD), Check.notBeforeMonth(DECLARED_ON, PERIOD))
          .reads(TaxDeclaration::of);

  /** The last day of the month. */
  @Override
  public LocalDate day() {
    return period.atEndOfMonth();
  }

  /** A zero return (零申报): declared, without sales and without tax. */
  public boolean isZeroReturn() {
    return declaredOn != null && declaredSalesFen == 0 && payableFen == 0;
  }

  private static TaxDeclaration of(Row row) {
    return new TaxDeclaration(
        row.uscc(),
        row.month(PERIOD),
        row.code(TAX_TYPE, TaxType.ALL),
        row.number(DECLARED_SALES),
        row.number(PAYABLE),
        row.day(DUE_ON),
        row.dayOrNull(DECLARED_ON),
        row.numberOr(RELIEF, 0));
  }
}
