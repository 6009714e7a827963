package org.xinyidai.connectors.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Kind;

/**
 * The rows of a small CSV file or workbook by the names of its columns (表头取列), for files that
 * people fill in. The encodings, gzip and the guards against bombs are those of {@link FeedReader}.
 */
public final class NamedRows {
  private NamedRows() {}

  /** Which columns hold days: a workbook keeps those as numbers. */
  @FunctionalInterface
  public interface Days {
    boolean isDay(String column);
  }

  /**
   * One row.
   *
   * @param line of the file, from 1, the header counted
   * @param cells by column, blank ones left out; a formula as the formula, behind its equals sign
   * @param fits whether it has no more and, in CSV, no fewer cells than the header
   */
  public record NamedRow(long line, Map<String, String> cells, boolean fits) {}

  /**
   * Reads all rows of a file whose first bytes tell whether it is a workbook.
   *
   * @throws UnreadableFile when it is damaged, a bomb, or longer than a small file is
   */
  public static List<NamedRow> read(byte[] file, Days days, int maxRows) throws UnreadableFile {
    ReadLimits limits = ReadLimits.DEFAULT;
    try {
      return Signature.of(file) == Signature.ZIP
          ? workbook(file, days, limits, maxRows)
          : csv(file, limits, maxRows);
    } catch (NoSuchElementException empty) {
      throw new UnreadableFile("the file is empty", empty);
    } catch (CsvParseException broken) {
      throw new UnreadableFile("the file is no CSV: a quote is not closed", broken);
    } catch (UncheckedIOException failure) {
      IOException cause = failure.getCause();
      throw UnreadableFile.of("file", cause == null ? new IOException(failure) : cause);
    } catch (IOException failure) {
      throw UnreadableFile.of("file", failure);
    }
  }

  private static List<NamedRow> csv(byte[] file, ReadLimits limits, int maxRows)
      throws IOException {
    List<NamedRow> rows = new ArrayList<>();
    try (TextReader text = new TextReader(new Inflater(new ByteArrayInputStream(file), limits));
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
      var records = csv.iterator();
      List<String> header = records.next().getFields();
      refuseWide(header, limits);
      while (records.hasNext()) {
        CsvRecord row = records.next();
        refuseLong(rows.size(), maxRows);
        List<String> fields = row.getFields();
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(header.size(), fields.size()); i++) {
          put(cells, header.get(i), fields.get(i));
        }
        rows.add(new NamedRow(row.getStartingLineNumber(), cells, fields.size() == header.size()));
      }
    }
    return rows;
  }

  private static List<NamedRow> workbook(byte[] file, Days days, ReadLimits limits, int maxRows)
      throws IOException {
    WorkbookCheck.check(file, limits);
    List<NamedRow> rows = new ArrayList<>();
    try (WorkbookTable table = new WorkbookTable(file)) {
      refuseWide(table.header(), limits);
      while (table.next()) {
        refuseLong(rows.size(), maxRows);
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < table.header().size(); i++) {
          String column = table.header().get(i);
          put(cells, column, table.text(i, days.isDay(column) ? Kind.DAY : null));
        }
        rows.add(new NamedRow(table.line(), cells, !table.isWider()));
      }
    }
    return rows;
  }

  private static void put(Map<String, String> cells, String column, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      cells.putIfAbsent(column.strip(), text.strip());
    }
  }

  private static void refuseWide(List<String> header, ReadLimits limits) throws UnreadableFile {
    if (header.size() > limits.maxColumns()) {
      throw new UnreadableFile("more than " + limits.maxColumns() + " columns");
    }
  }

  private static void refuseLong(int rows, int maxRows) throws UnreadableFile {
    if (rows == maxRows) {
      throw new UnreadableFile("more than " + maxRows + " rows; split the file");
    }
  }
}
