package org.xinyidai.models.record;

import java.time.LocalDate;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/**
 * How many articles of a tone spoke of an enterprise on a day (舆情信息).
 *
 * @param articles published that day, reprints too
 */
public record News(Uscc uscc, LocalDate publishedOn, NewsTone tone, long articles)
    implements SourceRecord {
  private static final int PUBLISHED_ON = 1;
  private static final int TONE = 2;
  private static final int ARTICLES = 3;

  /** 舆情信息. */
  public static final Feed<News> FEED =
      Feed.declare("news", 23, "舆情信息")
          .from("舆情监测机构", "逐日各倾向报道篇数", "监测机构数据接口推送", Frequency.DAILY)
          .columns(
              Column.USCC,
              Column.required("publishedOn", "发布日期", Kind.DAY, "报道日期"),
              Column.code("tone", "舆情倾向", NewsTone.values()).alsoCalled("情感倾向"),
              Column.required("articles", "报道篇数", Kind.COUNT, "篇数"))
          .day(PUBLISHED_ON)
          .identity(TONE)
          .reads(News::of);

  @Override
  public LocalDate day() {
    return publishedOn;
  }

  private static News of(Row row) {
    return new News(
        row.uscc(), row.day(PUBLISHED_ON), row.code(TONE, NewsTone.ALL), row.number(ARTICLES));
  }
}
