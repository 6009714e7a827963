package org.xinyidai.engine.lenderreport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.xinyidai.connectors.feed.NamedRows;
import org.xinyidai.connectors.feed.NamedRows.NamedRow;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.connectors.report.ReportFiles;
import org.xinyidai.connectors.report.ReportTable;
import org.xinyidai.models.financing.report.ReportField;
import org.xinyidai.models.financing.report.ReportField.Kind;

/**
 * The monthly file of a lender (机构月报文件): CSV or workbook with Chinese columns, and its template.
 */
public final class ReportFile {
  /** The largest file as sent: some thousand lines of a few hundred bytes. */
  public static final int MAX_BYTES = 8 << 20;

  private static final int MOST_IGNORED = 50;

  private ReportFile() {}

  /**
   * What stands in a file.
   *
   * @param workbook whether its bytes are those of a workbook, whatever its name said
   */
  public record Content(boolean workbook, List<Incoming.Line> lines, List<String> ignored) {}

  /**
   * Reads a file.
   *
   * @throws UnreadableFile when it is none, is too long, or lacks the columns that name a line
   */
  public static Content read(byte[] bytes) throws UnreadableFile {
    List<NamedRow> rows = NamedRows.read(bytes, ReportFile::isDay, Incoming.MOST_FILE_LINES);
    Set<String> ignored = new TreeSet<>();
    List<Incoming.Line> lines = new ArrayList<>();
    for (NamedRow row : rows) {
      Map<ReportField, String> texts = new EnumMap<>(ReportField.class);
      row.cells()
          .forEach(
              (column, text) ->
                  ReportField.ofTitle(column)
                      .ifPresentOrElse(field -> texts.put(field, text), () -> ignored.add(column)));
      lines.add(new Incoming.Line(row.line(), texts, row.fits()));
    }
    boolean named =
        lines.stream().anyMatch(line -> line.texts().containsKey(ReportField.LINE))
            && lines.stream().anyMatch(line -> line.texts().containsKey(ReportField.USCC));
    if (!lines.isEmpty() && !named) {
      throw new UnreadableFile(
          "文件缺少“报送行编号”或“统一社会信用代码”列，请下载模板 (the columns of the template are missing)");
    }
    boolean workbook = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    return new Content(workbook, lines, ignored.stream().limit(MOST_IGNORED).toList());
  }

  private static boolean isDay(String column) {
    return ReportField.ofTitle(column).filter(field -> field.kind() == Kind.DAY).isPresent();
  }

  /** Writes the empty template; the stream stays open. */
  public static void template(OutputStream out, boolean workbook) throws IOException {
    List<String> columns = columns().stream().map(ReportField::titleZh).toList();
    ReportTable empty = new ReportTable("月报", columns, List.of());
    if (workbook) {
      ReportFiles.xlsx(empty, out);
    } else {
      ReportFiles.csv(empty, out);
    }
  }

  private static List<ReportField> columns() {
    return Arrays.stream(ReportField.values()).filter(ReportField::isColumn).toList();
  }
}
