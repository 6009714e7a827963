package org.xinyidai.models.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/**
 * Research and intellectual property (研发与知识产权): a right, a project or a title.
 *
 * @param amountFen money spent on research, null where not told
 * @param validUntil last day it holds, null where it has no end
 */
public record Innovation(
    Uscc uscc,
    LocalDate grantedOn,
    String registrationNumber,
    InnovationKind kind,
    @Nullable Long amountFen,
    @Nullable LocalDate validUntil)
    implements SourceRecord {
  private static final int GRANTED_ON = 1;
  private static final int REGISTRATION_NUMBER = 2;
  private static final int KIND = 3;
  private static final int AMOUNT = 4;
  private static final int VALID_UNTIL = 5;

  /** 研发与知识产权. */
  public static final Feed<Innovation> FEED =
      Feed.declare("intellectual_property", 18, "研发与知识产权")
          .from("科技局、市场监督管理局（知识产权局）", "专利、商标、软著、研发投入与科创资质", "部门数据接口推送", Frequency.ON_EVENT)
          .columns(
              Column.USCC,
              Column.required("grantedOn", "授权日期", Kind.DAY, "认定日期", "立项日期"),
              Column.required("registrationNumber", "登记号", Kind.TEXT, "专利号", "证书编号", "项目编号"),
              Column.code("kind", "科创类别", InnovationKind.values()).alsoCalled("知识产权类别"),
              Column.optional("amountYuan", "研发投入金额", Kind.FEN, "研发费用"),
              Column.optional("validUntil", "有效期至", Kind.DAY))
          .day(GRANTED_ON)
          .identity(REGISTRATION_NUMBER)
          .future(VALID_UNTIL)
          .checks(Check.notBefore(VALID_UNTIL, GRANTED_ON))
          .reads(Innovation::of);

  @Override
  public LocalDate day() {
    return grantedOn;
  }

  private static Innovation of(Row row) {
    return new Innovation(
        row.uscc(),
        row.day(GRANTED_ON),
        row.text(REGISTRATION_NUMBER),
        row.code(KIND, InnovationKind.ALL),
        row.numberOrNull(AMOUNT),
        row.dayOrNull(VALID_UNTIL));
  }
}
