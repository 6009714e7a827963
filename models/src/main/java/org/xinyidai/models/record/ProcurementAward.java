package org.xinyidai.models.record;

import java.time.LocalDate;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/** A government procurement contract won (政府采购中标) and how it is performed. */
public record ProcurementAward(
    Uscc uscc,
    LocalDate awardedOn,
    String projectNumber,
    long contractFen,
    String buyer,
    PerformanceStatus performance)
    implements SourceRecord {
  private static final int AWARDED_ON = 1;
  private static final int PROJECT_NUMBER = 2;
  private static final int CONTRACT = 3;
  private static final int BUYER = 4;
  private static final int PERFORMANCE = 5;

  /** 政府采购中标. */
  public static final Feed<ProcurementAward> FEED =
      Feed.declare("procurement", 17, "政府采购中标")
          .from("财政局", "中标项目、合同金额与履约情况", "政府采购平台推送", Frequency.ON_EVENT)
          .columns(
              Column.USCC,
              Column.required("awardedOn", "中标日期", Kind.DAY, "成交日期"),
              Column.required("projectNumber", "项目编号", Kind.TEXT, "采购项目编号"),
              Column.required("contractYuan", "合同金额", Kind.FEN, "中标金额"),
              Column.required("buyer", "采购人", Kind.TEXT, "采购单位"),
              Column.code("performance", "履约情况", PerformanceStatus.values()))
          .day(AWARDED_ON)
          .identity(PROJECT_NUMBER)
          .reads(ProcurementAward::of);

  @Override
  public LocalDate day() {
    return awardedOn;
  }

  private static ProcurementAward of(Row row) {
    return new ProcurementAward(
        row.uscc(),
        row.day(AWARDED_ON),
        row.text(PROJECT_NUMBER),
        row.number(CONTRACT),
        row.text(BUYER),
        row.code(PERFORMANCE, PerformanceStatus.ALL));
  }
}
