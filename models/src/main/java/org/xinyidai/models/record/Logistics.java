package org.xinyidai.models.record;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/**
 * Warehousing and logistics of one month (仓储物流), as one operator reports it.
 *
 * @param weightMilliTonnes thousandths of a tonne
 * @param warehousedFen value of the goods in store at the month's end (在库货值), null where not told
 */
public record Logistics(
    Uscc uscc,
    YearMonth period,
    String operator,
    long shipments,
    long weightMilliTonnes,
    long freightFen,
    @Nullable Long warehousedFen)
    implements SourceRecord {
  private static final int PERIOD = 1;
  private static final int OPERATOR = 2;
  private static final int SHIPMENTS = 3;
  private static final int WEIGHT_TONNES = 4;
  private static final int FREIGHT = 5;
  private static final int WAREHOUSED = 6;

  /** 仓储物流. */
  public static final Feed<Logistics> FEED =
      Feed.declare("logistics", 19, "仓储物流")
          .from("交通运输局、物流平台", "发运单数、重量、运费与在库货值", "平台数据接口推送", Frequency.MONTHLY)
          .columns(
              Column.USCC,
              Column.required("period", "月份", Kind.MONTH, "所属期", "统计月份"),
              Column.required("operator", "承运仓储企业", Kind.TEXT, "物流企业"),
              Column.required("shipments", "发运单数", Kind.COUNT, "运单数"),
              Column.required("weightTonnes", "发运重量", Kind.MILLI, "重量"),
              Column.required("freightYuan", "运费", Kind.FEN),
              Column.optional("warehousedYuan", "在库货值", Kind.FEN, "仓储货值"))
          .day(PERIOD)
          .identity(OPERATOR)
          .reads(Logistics::of);

  /** The last day of the month. */
  @Override
  public LocalDate day() {
    return period.atEndOfMonth();
  }

  private static Logistics of(Row row) {
    return new Logistics(
        row.uscc(),
        row.month(PERIOD),
        row.text(OPERATOR),
        row.number(SHIPMENTS),
        row.number(WEIGHT_TONNES),
        row.number(FREIGHT),
        row.numberOrNull(WAREHOUSED));
  }
}
