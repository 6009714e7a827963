package org.xinyidai.connectors.feed;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.xinyidai.models.record.Check;
import org.xinyidai.models.record.Column;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.record.Kind;
import org.xinyidai.models.record.Validated.Reason;

/** Writes the page of feeds from their declarations. */
final class FeedsPage {
  private static final String INTRODUCTION =
      """
      # Feeds

      This page is written from the declarations in `models/src/main/java/org/xinyidai/models/record`;
      a test fails where it is stale. To write it anew:

      ```
      mvn -q -pl connectors -am test -Dtest=FeedsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dxinyidai.write=true
      ```

      ## Files

      - **CSV** with a header line, or **NDJSON** with one flat object a line; both may be gzip, which
        is seen by the first bytes. UTF-8, with or without a byte order mark, and GB18030 are taken.
      - **XLSX**: the first sheet, its first row naming the columns; days may be dates or text. A formula,
        an error value, or a number of 16 digits or more in a column of text refuses its row; a second
        filled sheet, macros, a password or more than 32 MiB refuse the file.
      - **Parquet** (Snappy, gzip or zstd) and **Arrow** IPC (file or stream, not compressed): flat columns
        by name, timestamps as their day in China.
      - Archives in archives, UTF-16, and bytes that are not what the name says are refused.
      - A column may stand under its name, its Chinese title or one of its other names, in any order;
        case and underscores do not matter. Columns that a feed does not know are passed over and
        named in the receipt. A required column that the header lacks refuses the file.
      - A record is at most {chars} characters and a CSV record at most {columns} columns; a file inflates to at
        most %d GiB and at most %d times its size.
      - A line that cannot be taken apart is refused alone. A torn gzip file, or a quote that is not
        closed, ends the file with one message; the records before it stand.

      ## Values

      | kind | text | kept as |
      |---|---|---|
      | TEXT | at most {text} characters | text |
      | CODE | one of the codes of the column | its place in the list |
      | DAY | `2024-03-05`, `2024/3/5`, `2024.3.5`, `2024年3月5日`, `20240305`; a time of day is dropped | day |
      | MONTH | `2024-03`, `2024/3`, `2024年3月`, `202403`, or any day in it | month |
      | FEN | yuan, at most two decimals, `1,234.50` in groups of three | fen |
      | COUNT | a whole number | number |
      | MILLI | at most three decimals | thousandths |
      | FLAG | `true`/`false`, `1`/`0`, `Y`/`N`, `是`/`否` | 1 or 0 |

      Spaces around a value, full-width letters and digits, and the letter case of a credit code do
      not matter. An absent value stays absent: it is never taken for zero.

      ## Reasons of refusal

      Where several apply to a record, the first of this list is told.

      | reason | 原因 |
      |---|---|
      """;

  private FeedsPage() {}

  static String text() {
    ReadLimits limits = ReadLimits.DEFAULT;
    StringBuilder page = new StringBuilder();
    page.append(
        INTRODUCTION
            .replace("{chars}", String.valueOf(limits.maxRecordChars()))
            .replace("{columns}", String.valueOf(limits.maxColumns()))
            .replace("{gib}", String.valueOf(limits.maxInflatedBytes() >> 30))
            .replace("{ratio}", String.valueOf(limits.maxInflateRatio()))
            .replace("{text}", String.valueOf(Column.MAX_TEXT)));
    for (Reason reason : Reason.values()) {
      row(page, reason.name(), reason.titleZh());
    }
    page.append("\n## Catalogue\n\n");
    row(page, "no.", "feed", "名称", "数源单位", "内容", "归集方式", "更新频率");
    row(page, "---", "---", "---", "---", "---", "---", "---");
    for (Feed<?> feed : Feeds.KNOWN) {
      row(
          page,
          String.valueOf(feed.number()),
          "[" + feed.id() + "](#" + feed.id() + ")",
          feed.titleZh(),
          feed.source(),
          feed.content(),
          feed.mode(),
          feed.frequency().titleZh());
    }
    page.append("\nFrom number ")
        .append(Feeds.SUPPLEMENTARY.get(0).number())
        .append(
            " on they are supplementary (补充目录): kept, shown and disputed as any, owed by no one")
        .append(" and read by no feature.\n");
    Feeds.KNOWN.forEach(feed -> section(page, feed));
    return page.toString();
  }

  private static void section(StringBuilder page, Feed<?> feed) {
    page.append("\n## ").append(feed.id()).append("\n\n").append(feed.titleZh()).append(".\n\n");
    row(page, "column", "名称", "also called", "kind", "must be there", "notes");
    row(page, "---", "---", "---", "---", "---", "---");
    for (int i = 0; i < feed.columns().size(); i++) {
      Column column = feed.columns().get(i);
      row(
          page,
          column.name(),
          column.titleZh(),
          String.join(", ", column.aliases()),
          column.kind().name(),
          column.required() ? "yes" : "",
          notes(feed, i));
    }
    page.append("\nThe record is about `")
        .append(feed.columns().get(feed.dayColumn()).name())
        .append("`. Within one enterprise and that ")
        .append(feed.columns().get(feed.dayColumn()).kind().name().toLowerCase(Locale.ROOT))
        .append(identity(feed));
    for (Check check : feed.checks()) {
      page.append("- ").append(check.reason()).append(" unless ").append(check.rule(feed));
      page.append(".\n");
    }
    page.append(feed.checks().isEmpty() ? "" : "\n");
    page.append("```csv\n").append(csvHeader(feed)).append('\n').append(csvRow(feed));
    page.append("\n```\n```json\n").append(json(feed)).append("\n```\n");
  }

  private static String identity(Feed<?> feed) {
    if (feed.identity().isEmpty()) {
      return " there is one record; another one corrects it.\n\n";
    }
    return feed.identity().stream()
        .map(column -> "`" + feed.columns().get(column).name() + "`")
        .collect(
            joining(", ", ", ", " name the record; another one of the same name corrects it.\n\n"));
  }

  private static String notes(Feed<?> feed, int position) {
    List<String> notes = new ArrayList<>();
    for (List<String> code : feed.columns().get(position).codes()) {
      notes.add(code.get(0) + " " + String.join("/", code.subList(1, code.size())));
    }
    if (feed.signedColumns().contains(position)) {
      notes.add("may be negative");
    }
    if (feed.futureColumns().contains(position)) {
      notes.add("may lie ahead");
    }
    return String.join("; ", notes);
  }

  static String csvHeader(Feed<?> feed) {
    return feed.columns().stream().map(Column::titleZh).collect(joining(","));
  }

  static String csvRow(Feed<?> feed) {
    return String.join(",", FeedExamples.of(feed.id()));
  }

  static String json(Feed<?> feed) {
    List<String> values = FeedExamples.of(feed.id());
    return IntStream.range(0, values.size())
        .filter(i -> !values.get(i).isEmpty())
        .mapToObj(i -> "\"" + feed.columns().get(i).name() + "\":" + json(feed, i, values.get(i)))
        .collect(joining(",", "{", "}"));
  }

  private static String json(Feed<?> feed, int position, String value) {
    Kind kind = feed.columns().get(position).kind();
    boolean number = kind == Kind.FEN || kind == Kind.COUNT || kind == Kind.MILLI;
    return number ? value : "\"" + value + "\"";
  }

  private static void row(StringBuilder page, String... cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
