package org.xinyidai.models.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/**
 * How many public records of an enterprise there were by a day (公开信息计数), where a source tells only
 * that: no case, no day of a judgment. It is no case of {@code judicial} and no right of {@code
 * intellectual_property}. Null where the source does not tell.
 *
 * @param countedOn the day by which was counted
 * @param judgments published judgments that name it, on whichever side (裁判文书)
 */
public record PublicCount(
    Uscc uscc,
    LocalDate countedOn,
    @Nullable Long judgments,
    @Nullable Long trademarks,
    @Nullable Long patents)
    implements SourceRecord {
  private static final int COUNTED_ON = 1;
  private static final int JUDGMENTS = 2;
  private static final int TRADEMARKS = 3;
  private static final int PATENTS = 4;

  /** 公开信息计数. */
  public static final Feed<PublicCount> FEED =
      Feed.declare("public_count", 24, "公开信息计数")
          .from("公开信息汇集机构", "截至某日的裁判文书、商标与专利件数", "汇集机构批量交换", Frequency.ON_EVENT)
          .columns(
              Column.USCC,
              Column.required("countedOn", "统计日期", Kind.DAY, "截至日期"),
              Column.optional("judgments", "裁判文书件数", Kind.COUNT, "裁判文书数"),
              Column.optional("trademarks", "商标件数", Kind.COUNT, "商标数"),
              Column.optional("patents", "专利件数", Kind.COUNT, "专利数"))
          .day(COUNTED_ON)
          .reads(PublicCount::of);

  @Override
  public LocalDate day() {
    return countedOn;
  }

  private static PublicCount of(Row row) {
    return new PublicCount(
        row.uscc(),
        row.day(COUNTED_ON),
        row.numberOrNull(JUDGMENTS),
        row.numberOrNull(TRADEMARKS),
        row.numberOrNull(PATENTS));
  }
}
