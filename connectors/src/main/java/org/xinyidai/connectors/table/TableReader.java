package org.xinyidai.connectors.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinyidai.connectors.feed.TextFile;
import org.xinyidai.connectors.feed.UnreadableFile;

/** Reads CSV files with any of the usual separators (样本表读取). */
public final class TableReader {
  /** A table is held in memory as a whole. */
  public static final int MAX_ROWS = 5_000_000;

  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private TableReader() {}

  /**
   * Reads a table whose first row names its columns; the separator is the one that the first row
   * holds most of. A column without a name is called by its place, such as {@code column 1}.
   *
   * @throws UnreadableFile when the file cannot be read or a row does not match the header
   */
  public static RawTable read(Path file) throws UnreadableFile {
    String name = String.valueOf(file.getFileName());
    List<List<String>> rows = cells(file, separator(file, name));
    if (rows.size() < 2) {
      throw new UnreadableFile(name + ": a header and rows are needed");
    }
    return new RawTable(names(rows.get(0), name), rows.subList(1, rows.size()));
  }

  /** Reads a table without a header. */
  public static RawTable read(Path file, char separator, List<String> header)
      throws UnreadableFile {
    List<List<String>> rows = cells(file, separator);
    if (rows.isEmpty() || rows.get(0).size() != header.size()) {
      throw new UnreadableFile(
          file.getFileName() + ": " + header.size() + " columns are needed in every row");
    }
    return new RawTable(header, rows);
  }

  private static char separator(Path file, String name) throws UnreadableFile {
    try (BufferedReader text = new BufferedReader(TextFile.open(file))) {
      String line = text.readLine();
      char most = SEPARATORS[0];
      for (char candidate : SEPARATORS) {
        if (line != null && count(line, candidate) > count(line, most)) {
          most = candidate;
        }
      }
      return most;
    } catch (IOException e) {
      throw new UnreadableFile(name + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }

  private static List<List<String>> cells(Path file, char separator) throws UnreadableFile {
    String name = String.valueOf(file.getFileName());
    List<List<String>> rows = new ArrayList<>();
    try (Reader text = TextFile.open(file);
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
      for (CsvRecord record : csv) {
        List<String> row = record.getFields().stream().map(String::strip).toList();
        if (!rows.isEmpty() && row.size() != rows.get(0).size()) {
          throw new UnreadableFile(
              "%s line %d: %d cells, the first row has %d"
                  .formatted(name, record.getStartingLineNumber(), row.size(), rows.get(0).size()));
        }
        if (rows.size() > MAX_ROWS) {
          throw new UnreadableFile(name + ": more than " + MAX_ROWS + " rows; take a sample");
        }
        rows.add(row);
      }
      return rows;
    } catch (CsvParseException | UncheckedIOException e) {
      throw new UnreadableFile(name + ": is no CSV that can be read; check quotes and rows", e);
    } catch (UnreadableFile e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableFile(name + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static List<String> names(List<String> header, String file) throws UnreadableFile {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).isEmpty() ? "column " + (i + 1) : header.get(i);
      if (!seen.add(name)) {
        throw new UnreadableFile(file + ": two columns are named " + name);
      }
      names.add(name);
    }
    return names;
  }
}
