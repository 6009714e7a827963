package org.xinyidai.models.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/**
 * An administrative permit (行政许可), due within seven working days of the decision (C7).
 *
 * @param validUntil last day it holds, null where it has no end
 */
public record Permit(
    Uscc uscc,
    LocalDate grantedOn,
    String documentNumber,
    String name,
    @Nullable LocalDate validUntil)
    implements SourceRecord {
  private static final int GRANTED_ON = 1;
  private static final int DOCUMENT_NUMBER = 2;
  private static final int NAME = 3;
  private static final int VALID_UNTIL = 4;

  /** 行政许可. */
  public static final Feed<Permit> FEED =
      Feed.declare("permit", 15, "行政许可")
          .from("行政审批机关", "双公示行政许可决定", "双公示系统报送", Frequency.ON_EVENT)
          .columns(
              Column.USCC,
              Column.required("grantedOn", "许可决定日期", Kind.DAY, "决定日期"),
              Column.required("documentNumber", "许可决定文书号", Kind.TEXT, "许可编号"),
              Column.required("name", "许可名称", Kind.TEXT, "许可内容"),
              Column.optional("validUntil", "有效期至", Kind.DAY))
          .day(GRANTED_ON)
          .identity(DOCUMENT_NUMBER)
          .future(VALID_UNTIL)
          .checks(Check.notBefore(VALID_UNTIL, GRANTED_ON))
          .reads(Permit::of);

  @Override
  public LocalDate day() {
    return grantedOn;
  }

  private static Permit of(Row row) {
    return new Permit(
        row.uscc(),
        row.day(GRANTED_ON),
        row.text(DOCUMENT_NUMBER),
        row.text(NAME),
        row.dayOrNull(VALID_UNTIL));
  }
}
