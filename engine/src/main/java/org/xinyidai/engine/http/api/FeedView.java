package org.xinyidai.engine.http.api;

import java.util.List;
import java.util.Locale;
import org.xinyidai.models.record.Column;
import org.xinyidai.models.record.Feed;

/** A feed of the catalogue as the API shows it (归集目录). */
record FeedView(
    String id,
    String titleZh,
    String source,
    String content,
    String mode,
    String frequency,
    List<ColumnView> columns) {

  /** One column: its names in files, how it is read, whether it must be there. */
  record ColumnView(
      String name,
      String titleZh,
      String kind,
      boolean required,
      List<String> aliases,
      List<List<String>> codes) {
    static ColumnView of(Column column) {
      return new ColumnView(
          column.name(),
          column.titleZh(),
          word(column.kind()),
          column.required(),
          column.aliases(),
          column.codes());
    }
  }

  static FeedView of(Feed<?> feed) {
    return new FeedView(
        feed.id(),
        feed.titleZh(),
        feed.source(),
        feed.content(),
        feed.mode(),
        word(feed.frequency()),
        feed.columns().stream().map(ColumnView::of).toList());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
