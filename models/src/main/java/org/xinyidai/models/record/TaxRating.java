package org.xinyidai.models.record;

import java.time.LocalDate;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/** The tax credit rating of a year (纳税信用评价), published in April of the next. */
public record TaxRating(Uscc uscc, LocalDate publishedOn, int year, TaxGrade grade)
    implements SourceRecord {
  private static final int PUBLISHED_ON = 1;
  private static final int YEAR = 2;
  private static final int GRADE = 3;

  /** 纳税信用评价. */
  public static final Feed<TaxRating> FEED =
      Feed.declare("tax_rating", 5, "纳税信用评价")
          .from("税务局", "年度纳税信用级别", "年度评价结果批量交换", Frequency.YEARLY)
          .columns(
              Column.USCC,
              Column.required("publishedOn", "公布日期", Kind.DAY, "评定日期"),
              Column.required("year", "评价年度", Kind.COUNT),
              Column.code("grade", "纳税信用级别", TaxGrade.values()).alsoCalled("评价级别"))
          .day(PUBLISHED_ON)
          .identity(YEAR)
          .checks(Check.yearBegan(YEAR, PUBLISHED_ON))
          .reads(TaxRating::of);

  @Override
  public LocalDate day() {
    return publishedOn;
  }

  private static TaxRating of(Row row) {
    return new TaxRating(
        row.uscc(), row.day(PUBLISHED_ON), (int) row.number(YEAR), row.code(GRADE, TaxGrade.ALL));
  }
}
