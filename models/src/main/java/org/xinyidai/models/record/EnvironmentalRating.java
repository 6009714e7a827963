package org.xinyidai.models.record;

import java.time.LocalDate;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/** The environmental credit rating of a year (环保信用评价). */
public record EnvironmentalRating(
    Uscc uscc, LocalDate publishedOn, int year, EnvironmentalGrade grade) implements SourceRecord {
  private static final int PUBLISHED_ON = 1;
  private static final int YEAR = 2;
  private static final int GRADE = 3;

  /** 环保信用评价. */
  public static final Feed<EnvironmentalRating> FEED =
      Feed.declare("environmental_rating", 20, "环保信用评价")
          .from("生态环境局", "年度环保信用等级", "年度评价结果批量交换", Frequency.YEARLY)
          .columns(
              Column.USCC,
              Column.required("publishedOn", "公布日期", Kind.DAY, "评定日期"),
              Column.required("year", "评价年度", Kind.COUNT),
              Column.code("grade", "环保信用等级", EnvironmentalGrade.values()).alsoCalled("评价等级"))
          .day(PUBLISHED_ON)
          .identity(YEAR)
          .checks(Check.yearBegan(YEAR, PUBLISHED_ON))
          .reads(EnvironmentalRating::of);

  @Override
  public LocalDate day() {
    return publishedOn;
  }

  private static EnvironmentalRating of(Row row) {
    return new EnvironmentalRating(
        row.uscc(),
        row.day(PUBLISHED_ON),
        (int) row.number(YEAR),
        row.code(GRADE, EnvironmentalGrade.ALL));
  }
}
