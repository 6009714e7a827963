package org.xinyidai.models.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/**
 * Real estate in the name of the enterprise (不动产登记).
 *
 * @param areaMilli thousandths of a square metre
 * @param valueFen null where no value is told
 */
public record RealEstate(
    Uscc uscc,
    LocalDate registeredOn,
    String certificateNumber,
    long areaMilli,
    boolean mortgaged,
    @Nullable Long valueFen)
    implements SourceRecord {
  private static final int REGISTERED_ON = 1;
  private static final int CERTIFICATE_NUMBER = 2;
  private static final int AREA = 3;
  private static final int MORTGAGED = 4;
  private static final int VALUE = 5;

  /** 不动产登记. */
  public static final Feed<RealEstate> FEED =
      Feed.declare("real_estate", 16, "不动产登记")
          .from("自然资源局", "不动产权属、面积、价值与抵押", "部门数据接口推送", Frequency.ON_EVENT)
          .columns(
              Column.USCC,
              Column.required("registeredOn", "登记日期", Kind.DAY, "登簿日期"),
              Column.required("certificateNumber", "不动产权证号", Kind.TEXT, "产权证号"),
              Column.required("area", "面积", Kind.MILLI, "建筑面积"),
              Column.required("mortgaged", "是否抵押", Kind.FLAG, "抵押"),
              Column.optional("valueYuan", "评估价值", Kind.FEN, "登记价值"))
          .day(REGISTERED_ON)
          .identity(CERTIFICATE_NUMBER)
          .reads(RealEstate::of);

  @Override
  public LocalDate day() {
    return registeredOn;
  }

  private static RealEstate of(Row row) {
    return new RealEstate(
        row.uscc(),
        row.day(REGISTERED_ON),
        row.text(CERTIFICATE_NUMBER),
        row.number(AREA),
        row.flag(MORTGAGED),
        row.numberOrNull(VALUE));
  }
}
