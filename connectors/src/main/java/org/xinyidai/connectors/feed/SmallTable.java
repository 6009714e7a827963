package org.xinyidai.connectors.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A whole CSV file of a few columns (小表), for lists that come beside the feeds; the encodings and
 * gzip of {@link FeedReader} are taken.
 */
public final class SmallTable {
  /** Beyond this a list is no small table; it would be held in memory at once. */
  public static final int MAX_ROWS = 1_000_000;

  private SmallTable() {}

  /**
   * The cells of the named columns, in the order asked for, each without the spaces around it.
   *
   * @throws UnreadableFile when the file cannot be read, lacks a column, or has a row that does not
   *     match its header
   */
  public static List<List<String>> read(Path file, String... columns) throws UnreadableFile {
    String name = String.valueOf(file.getFileName());
    try (TextReader text =
            new TextReader(new Inflater(Files.newInputStream(file), ReadLimits.DEFAULT));
        CsvReader<CsvRecord> csv =
            CsvReader.builder().allowUnclosedQuote(false).ofCsvRecord(text)) {
      return cells(csv, columns);
    } catch (NoSuchElementException empty) {
      throw new UnreadableFile(name + ": the file is empty", empty);
    } catch (CsvParseException broken) {
      throw new UnreadableFile(name + ": a row does not match the header", broken);
    } catch (IOException failure) {
      throw UnreadableFile.of(name, failure);
    }
  }

  private static List<List<String>> cells(CsvReader<CsvRecord> csv, String... columns)
      throws IOException {
    try {
      return cells(csv.iterator(), columns);
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private static List<List<String>> cells(Iterator<CsvRecord> records, String... columns)
      throws UnreadableFile {
    List<String> header = records.next().getFields().stream().map(String::strip).toList();
    for (String column : columns) {
      if (!header.contains(column)) {
        throw new UnreadableFile("the header lacks " + column);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    while (records.hasNext()) {
      CsvRecord record = records.next();
      if (rows.size() == MAX_ROWS) {
        throw new UnreadableFile("more than " + MAX_ROWS + " rows");
      }
      List<String> row = new ArrayList<>(columns.length);
      for (String column : columns) {
        row.add(record.getField(header.indexOf(column)).strip());
      }
      rows.add(row);
    }
    return rows;
  }
}
