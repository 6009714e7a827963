package org.xinyidai.engine.quality;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feed.ReadLimits;
import org.xinyidai.connectors.feed.TextFile;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.engine.quality.Figures.Draft;
import org.xinyidai.engine.quality.Figures.Subject;
import org.xinyidai.models.quality.OfficeFigure;
import org.xinyidai.models.record.Feeds;

/**
 * Figures of the office as CSV (人工填报文件): month,name,feed,source,district,value,note. All rows are
 * sound or none is taken.
 */
public final class FigureFile {
  /** A feed by source and district of a province fits; more is no list made by hand. */
  public static final int MAX_ROWS = 20_000;

  private static final int LONGEST_TEXT = 200;

  private FigureFile() {}

  /** Texts as they were entered; an empty value takes the figure back. */
  public record Told(
      String month,
      String name,
      String feed,
      String source,
      String district,
      String value,
      String note) {}

  /** What is wrong with what was entered: the member at fault and why, for its author. */
  public record Fault(String field, String reason) {}

  /** A sound draft, or what is wrong. */
  public record Checked(@Nullable Draft draft, @Nullable Fault fault) {}

  /**
   * Reads a file; the stream is closed.
   *
   * @throws UnreadableFile naming the row and column at fault
   */
  public static List<Draft> read(InputStream in, ReadLimits limits) throws UnreadableFile {
    List<Draft> drafts = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .skipEmptyLines(true)
            .allowUnclosedQuote(false)
            .ofNamedCsvRecord(TextFile.open(in, limits))) {
      for (NamedCsvRecord row : csv) {
        Checked checked = check(told(row));
        Fault fault = checked.fault();
        if (fault != null || drafts.size() == MAX_ROWS) {
          String why = fault == null ? "多于" + MAX_ROWS + "行" : fault.field() + " " + fault.reason();
          throw new UnreadableFile("第" + row.getStartingLineNumber() + "行：" + why + "；整份未入库");
        }
        drafts.add(requireNonNull(checked.draft()));
      }
    } catch (UnreadableFile e) {
      throw e;
    } catch (CsvParseException | IOException | UncheckedIOException e) {
      throw new UnreadableFile("the file cannot be read; save it as CSV", e);
    }
    return drafts;
  }

  /** Checks what was entered. */
  public static Checked check(Told told) {
    Optional<OfficeFigure> figure = OfficeFigure.ofId(told.name());
    YearMonth month = month(told.month());
    Optional<Fault> fault = fault(told, month, figure.orElse(null));
    if (fault.isPresent()) {
      return new Checked(null, fault.get());
    }
    Subject subject =
        new Subject(
            requireNonNull(month),
            figure.orElseThrow(),
            told.feed(),
            told.source().strip(),
            told.district());
    Long value = told.value().isEmpty() ? null : Long.valueOf(told.value());
    return new Checked(new Draft(subject, value, told.note()), null);
  }

  private static Optional<Fault> fault(
      Told told, @Nullable YearMonth month, @Nullable OfficeFigure figure) {
    if (month == null) {
      return Optional.of(new Fault("month", "须为 YYYY-MM"));
    }
    if (figure == null) {
      return Optional.of(new Fault("name", "不是可填报的指标"));
    }
    if (figure.isOfFeed() ? Feeds.byId(told.feed()).isEmpty() : !told.feed().isEmpty()) {
      return Optional.of(new Fault("feed", "应报与瞒报须填目录项，其余指标不填"));
    }
    if (!told.district().matches("([0-9]{6})?")) {
      return Optional.of(new Fault("district", "须为6位行政区划代码或不填"));
    }
    if (!told.value().matches("[0-9]{0,15}")) {
      return Optional.of(new Fault("value", "须为不小于0的整数；不填为撤回"));
    }
    boolean tooLong = told.source().length() > LONGEST_TEXT || told.note().length() > LONGEST_TEXT;
    return tooLong ? Optional.of(new Fault("note", "数源或说明过长")) : Optional.empty();
  }

  private static Told told(NamedCsvRecord row) {
    return new Told(
        text(row, "month"),
        text(row, "name"),
        text(row, "feed"),
        text(row, "source"),
        text(row, "district"),
        text(row, "value"),
        text(row, "note"));
  }

  private static String text(NamedCsvRecord row, String column) {
    return row.findField(column).orElse("").strip();
  }

  private static @Nullable YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
