package org.xinyidai.engine.monitoring;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.models.subject.Uscc;

/**
 * A CSV file of lenders' decisions (审批结论文件) with the columns {@code uscc}, {@code lender}, {@code
 * decidedOn} (a day) and {@code approved} (1 or 0, true or false, 是 or 否); {@code product} and
 * {@code appliedOn} (a day) may stand beside them.
 */
public final class DecisionFile {
  private static final Set<String> YES = Set.of("1", "true", "是");
  private static final Set<String> NO = Set.of("0", "false", "否");

  private DecisionFile() {}

  /**
   * Reads all decisions, for rates are not taken of part of a damaged file.
   *
   * @throws UnreadableFile that names the first line which cannot be read
   */
  public static List<LenderDecision> read(Path file) throws UnreadableFile {
    List<LenderDecision> decisions = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord record : records) {
        decisions.add(decision(file, record));
      }
    } catch (UnreadableFile e) {
      throw e;
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw new UnreadableFile(file + ": cannot be read as CSV; check the path and the file", e);
    }
    return decisions;
  }

  private static LenderDecision decision(Path file, NamedCsvRecord record) throws UnreadableFile {
    String at = file + " line " + record.getStartingLineNumber() + ": ";
    String uscc = field(at, record, "uscc");
    String lender = field(at, record, "lender");
    String approved = field(at, record, "approved");
    if (!Uscc.isWellFormed(uscc)) {
      throw new UnreadableFile(at + "uscc is not a valid code");
    }
    if (lender.isEmpty() || lender.length() > LenderDecision.LONGEST_NAME) {
      throw new UnreadableFile(at + "lender must be a name");
    }
    if (!YES.contains(approved) && !NO.contains(approved)) {
      throw new UnreadableFile(at + "approved must be 1 or 0");
    }
    try {
      LocalDate decidedOn = LocalDate.parse(field(at, record, "decidedOn"));
      String appliedOn = optional(record, "appliedOn");
      return new LenderDecision(
          new Uscc(uscc),
          lender,
          decidedOn,
          YES.contains(approved),
          optional(record, "product"),
          appliedOn == null ? null : LocalDate.parse(appliedOn));
    } catch (DateTimeParseException e) {
      throw new UnreadableFile(at + "days must be written such as 2025-10-31", e);
    }
  }

  private static @Nullable String optional(NamedCsvRecord record, String name) {
    return record.findField(name).map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
  }

  private static String field(String at, NamedCsvRecord record, String name) throws UnreadableFile {
    return record
        .findField(name)
        .map(String::strip)
        .orElseThrow(() -> new UnreadableFile(at + "no column " + name));
  }
}
