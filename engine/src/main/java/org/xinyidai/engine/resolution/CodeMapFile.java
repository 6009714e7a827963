package org.xinyidai.engine.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.xinyidai.connectors.feed.ReadLimits;
import org.xinyidai.connectors.feed.TextFile;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.connectors.report.FormulaGuard;
import org.xinyidai.engine.resolution.CodeMap.Mapping;
import org.xinyidai.models.subject.PlainText;
import org.xinyidai.models.subject.Uscc;

/**
 * The map of old codes as CSV (新旧代码映射文件, C22): columns oldCode, uscc and source, or 原代码, 统一社会信用代码
 * and 来源. Read and written row by row, however long.
 */
public final class CodeMapFile {
  /** Mappings taken at a time: those of one synced write. */
  private static final int CHUNK = 4_096;

  /** Longer than any code that was ever given. */
  private static final int LONGEST_CODE = 40;

  private static final int LONGEST_SOURCE = 200;

  /** A clerk mends some and sends the file again; more would not be read. */
  private static final int SHOWN_FAULTS = 100;

  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final List<String> OLD_CODE = List.of("oldCode", "原代码", "旧代码", "注册号", "组织机构代码");
  private static final List<String> USCC = List.of("uscc", "统一社会信用代码", "新代码");
  private static final List<String> SOURCE = List.of("source", "来源");

  private CodeMapFile() {}

  /**
   * What a file came to: received = accepted + rejected.
   *
   * @param faults of the first rejected rows
   */
  public record Taken(long received, long accepted, long rejected, List<Fault> faults) {
    public Taken {
      faults = List.copyOf(faults);
    }
  }

  /** What is wrong with a row. */
  public record Fault(long line, String field, String reason) {}

  /**
   * Takes a file in, UTF-8 or GB18030, plain or gzip; the stream is closed.
   *
   * @param usualSource who says so, where a row does not tell
   * @throws UnreadableFile when it cannot be read to its end; rows before the break are taken
   */
  public static Taken read(InputStream in, ReadLimits limits, String usualSource, CodeMap into)
      throws UnreadableFile {
    List<Mapping> chunk = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    long accepted = 0;
    long rejected = 0;
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .skipEmptyLines(true)
            .allowUnclosedQuote(false)
            .ofNamedCsvRecord(TextFile.open(in, limits))) {
      for (NamedCsvRecord row : csv) {
        Optional<Fault> fault = fault(row);
        if (fault.isPresent()) {
          rejected++;
          fault.filter(each -> faults.size() < SHOWN_FAULTS).ifPresent(faults::add);
        } else {
          accepted++;
          chunk.add(mapping(row, usualSource));
        }
        if (chunk.size() == CHUNK) {
          into.put(chunk);
          chunk.clear();
        }
      }
    } catch (CsvParseException | IOException | UncheckedIOException e) {
      throw new UnreadableFile(
          "the file breaks behind row " + (accepted + rejected) + "; mend it there", e);
    } finally {
      into.put(chunk);
    }
    return new Taken(accepted + rejected, accepted, rejected, faults);
  }

  /** Writes the whole map; the stream stays open. */
  public static void write(CodeMap map, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, UTF_8);
    text.write(BYTE_ORDER_MARK);
    CsvWriter csv = CsvWriter.builder().build(text);
    csv.writeRecord("oldCode", "uscc", "source");
    map.forEach(row(csv));
    csv.flush();
    text.flush();
  }

  /** Writes mappings as rows of the file. */
  public static Consumer<Mapping> row(CsvWriter csv) {
    return m ->
        csv.writeRecord(
            FormulaGuard.text(m.oldCode()), m.uscc().value(), FormulaGuard.text(m.source()));
  }

  private static Optional<Fault> fault(NamedCsvRecord row) {
    long line = row.getStartingLineNumber();
    String oldCode = PlainText.of(text(row, OLD_CODE));
    if (oldCode.isEmpty() || oldCode.length() > LONGEST_CODE) {
      return Optional.of(new Fault(line, "oldCode", "旧代码为空或过长"));
    }
    if (!Uscc.isWellFormed(text(row, USCC).strip())) {
      return Optional.of(new Fault(line, "uscc", "统一社会信用代码校验不通过"));
    }
    return text(row, SOURCE).length() > LONGEST_SOURCE
        ? Optional.of(new Fault(line, "source", "来源过长"))
        : Optional.empty();
  }

  private static Mapping mapping(NamedCsvRecord row, String usualSource) {
    String source = text(row, SOURCE).strip();
    return new Mapping(
        text(row, OLD_CODE),
        new Uscc(text(row, USCC).strip()),
        source.isEmpty() ? usualSource : source);
  }

  private static String text(NamedCsvRecord row, List<String> headers) {
    Map<String, String> fields = row.getFieldsAsMap();
    return headers.stream()
        .filter(fields::containsKey)
        .map(header -> fields.getOrDefault(header, ""))
        .findFirst()
        .orElse("");
  }
}
