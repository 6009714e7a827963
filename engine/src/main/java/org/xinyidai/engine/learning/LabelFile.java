package org.xinyidai.engine.learning;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.models.subject.Uscc;

/**
 * A CSV file of labels (标签文件) with the columns {@code uscc}, {@code observedOn} (a day) and {@code
 * bad} (1 or 0, true or false, 是 or 否).
 */
public final class LabelFile {
  private static final Set<String> BAD = Set.of("1", "true", "是");
  private static final Set<String> GOOD = Set.of("0", "false", "否");

  private LabelFile() {}

  /**
   * Reads all labels, for a model must not be trained on part of a damaged file.
   *
   * @throws UnreadableFile that names the first line which cannot be read
   */
  public static List<Label> read(Path file) throws UnreadableFile {
    try (Reader text = Files.newBufferedReader(file)) {
      return read(file.toString(), text);
    } catch (UnreadableFile e) {
      throw e;
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /**
   * The same of text from elsewhere.
   *
   * @param name of it, for the messages
   */
  public static List<Label> read(String name, Reader text) throws UnreadableFile {
    List<Label> labels = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord record : records) {
        labels.add(label(name, record));
      }
    } catch (UnreadableFile e) {
      throw e;
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw unreadable(name, e);
    }
    return labels;
  }

  private static UnreadableFile unreadable(String name, Exception cause) {
    return new UnreadableFile(name + ": cannot be read as CSV; check the path and the file", cause);
  }

  /** Writes labels in the form that {@link #read} takes. */
  public static void write(Path file, List<Label> labels) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("uscc", "observedOn", "bad");
      for (Label label : labels) {
        csv.writeRecord(
            label.uscc().value(), label.observedOn().toString(), label.bad() ? "1" : "0");
      }
    }
  }

  private static Label label(String file, NamedCsvRecord record) throws UnreadableFile {
    long line = record.getStartingLineNumber();
    String uscc = field(file, record, "uscc");
    if (!Uscc.isWellFormed(uscc)) {
      throw new UnreadableFile(file + " line " + line + ": uscc is not a valid code");
    }
    String bad = field(file, record, "bad");
    if (!BAD.contains(bad) && !GOOD.contains(bad)) {
      throw new UnreadableFile(file + " line " + line + ": bad must be 1 or 0");
    }
    try {
      LocalDate observedOn = LocalDate.parse(field(file, record, "observedOn"));
      return new Label(new Uscc(uscc), observedOn, BAD.contains(bad));
    } catch (DateTimeParseException e) {
      throw new UnreadableFile(
          file + " line " + line + ": observedOn must be a day such as 2025-10-31", e);
    }
  }

  private static String field(String file, NamedCsvRecord record, String name)
      throws UnreadableFile {
    Optional<String> value = record.findField(name);
    return value
        .map(String::strip)
        .orElseThrow(
            () ->
                new UnreadableFile(
                    file + " line " + record.getStartingLineNumber() + ": no column " + name));
  }
}
