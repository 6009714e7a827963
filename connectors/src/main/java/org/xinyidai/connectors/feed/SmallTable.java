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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    List<List<String>> rows = all(file);
    List<String> header = rows.get(0);
    List<Integer> places = new ArrayList<>();
    for (String column : columns) {
      if (!header.contains(column)) {
        throw new UnreadableFile(file.getFileName() + ": the header lacks " + column);
      }
      places.add(header.indexOf(column));
    }
    return rows.stream().skip(1).map(row -> places.stream().map(row::get).toList()).toList();
  }

  /**
   * All cells by the names of the columns, which may be any, in their order; of columns of one name
   * the first.
   *
   * @throws UnreadableFile when the file cannot be read or has a row that does not match its header
   */
  public static List<Map<String, String>> readNamed(Path file) throws UnreadableFile {
    List<List<String>> rows = all(file);
    List<Map<String, String>> named = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        cells.putIfAbsent(rows.get(0).get(i), row.get(i));
      }
      named.add(cells);
    }
    return named;
  }

  /** The header first. */
  private static List<List<String>> all(Path file) throws UnreadableFile {
    String name = String.valueOf(file.getFileName());
    try (TextReader text =
            new TextReader(new Inflater(Files.newInputStream(file), ReadLimits.DEFAULT));
        CsvReader<CsvRecord> csv =
            CsvReader.builder().allowUnclosedQuote(false).ofCsvRecord(text)) {
      return cells(name, csv);
    } catch (NoSuchElementException empty) {
      throw new UnreadableFile(name + ": the file is empty", empty);
    } catch (CsvParseException broken) {
      throw new UnreadableFile(name + ": a row does not match the header", broken);
    } catch (IOException failure) {
      throw UnreadableFile.of(name, failure);
    }
  }

  private static List<List<String>> cells(String name, CsvReader<CsvRecord> csv)
      throws IOException {
    try {
      return cells(name, csv.iterator());
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private static List<List<String>> cells(String name, Iterator<CsvRecord> records)
      throws UnreadableFile {
    List<List<String>> rows = new ArrayList<>();
    rows.add(records.next().getFields().stream().map(String::strip).toList());
    while (records.hasNext()) {
      if (rows.size() > MAX_ROWS) {
        throw new UnreadableFile(name + ": more than " + MAX_ROWS + " rows");
      }
      rows.add(records.next().getFields().stream().map(String::strip).toList());
    }
    return rows;
  }
}
