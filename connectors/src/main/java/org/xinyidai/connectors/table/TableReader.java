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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinyidai.connectors.feed.TextFile;
import org.xinyidai.connectors.feed.UnreadableFile;

/** Reads CSV files with any of the usual separators (样本表读取). */
public final class TableReader {
  /** A table is held in memory as a whole. */
  public static final int MAX_ROWS = 5_000_000;

  private TableReader() {}

  /**
   * Reads a table in the form that its first line tells. A column without a name is called by its
   * place, such as {@code column 1}; of two columns of one name the second gets a number.
   *
   * @throws UnreadableFile when the file cannot be read or a row does not match the header
   */
  public static RawTable read(Path file) throws UnreadableFile {
    return read(file, TableForm.of(file));
  }

  /** Reads a table of a known form. */
  public static RawTable read(Path file, TableForm form) throws UnreadableFile {
    String name = String.valueOf(file.getFileName());
    List<List<String>> rows =
        form.separator() == TableForm.SPACES ? blankSeparated(file) : cells(file, form.separator());
    int first = form.header() ? 1 : 0;
    if (rows.size() <= first) {
      throw new UnreadableFile(name + ": a header and rows are needed");
    }
    List<String> header = form.header() ? rows.get(0) : Collections.nCopies(rows.get(0).size(), "");
    return new RawTable(names(header), rows.subList(first, rows.size()));
  }

  private static List<List<String>> blankSeparated(Path file) throws UnreadableFile {
    String name = String.valueOf(file.getFileName());
    List<List<String>> rows = new ArrayList<>();
    try (BufferedReader text = new BufferedReader(TextFile.open(file))) {
      int number = 0;
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        number++;
        if (!line.isBlank()) {
          keep(name, number, TableForm.blankSeparated(line), rows);
        }
      }
      return rows;
    } catch (UnreadableFile e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableFile(name + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static void keep(String name, long line, List<String> row, List<List<String>> rows)
      throws UnreadableFile {
    if (!rows.isEmpty() && row.size() != rows.get(0).size()) {
      throw new UnreadableFile(
          "%s line %d: %d cells, the first row has %d"
              .formatted(name, line, row.size(), rows.get(0).size()));
    }
    if (rows.size() > MAX_ROWS) {
      throw new UnreadableFile(name + ": more than " + MAX_ROWS + " rows; take a sample");
    }
    rows.add(row);
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
        keep(name, record.getStartingLineNumber(), row, rows);
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

  private static List<String> names(List<String> header) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).isEmpty() ? "column " + (i + 1) : header.get(i);
      String own = name;
      for (int place = 2; !seen.add(own); place++) {
        own = name + " (" + place + ")";
      }
      names.add(own);
    }
    return names;
  }
}
