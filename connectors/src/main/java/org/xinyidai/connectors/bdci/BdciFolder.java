package org.xinyidai.connectors.bdci;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xinyidai.connectors.feed.SmallTable;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.models.record.TaxPayment;

/**
 * A folder of the contest's layout (数据目录); files may be plain or gzip. Taxes must be there, the
 * other tables may be. The items that name social insurance repeat the amount of a stamp tax and
 * state no contribution, so none is made of them; labels are no facts.
 */
public final class BdciFolder {
  private static final String TAX = "tax_info.csv";
  private static final String DAY = "\\d{4}[-/]\\d{2}[-/]\\d{2}";

  private final Path folder;

  private BdciFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens a folder.
   *
   * @throws UnreadableFile when it has no table of taxes
   */
  public static BdciFolder open(Path folder) throws UnreadableFile {
    BdciFolder opened = new BdciFolder(folder);
    if (opened.file(TAX).isEmpty()) {
      throw new UnreadableFile(folder + " lacks " + TAX + ".gz; name the folder of the data");
    }
    return opened;
  }

  /**
   * The tables that are there, as records.
   *
   * @throws UnreadableFile when one cannot be read
   */
  public List<BdciTable> tables() throws UnreadableFile {
    List<BdciTable> tables = new ArrayList<>();
    tables.add(taxes());
    List<Map<String, String>> reports = rows(AnnualReportRows.FILE);
    List<Map<String, String>> news = rows(NewsRows.FILE);
    List<Map<String, String>> counts = rows(PublicCountRows.FILE);
    if (!reports.isEmpty()) {
      tables.add(AnnualReportRows.table(reports));
    }
    if (!news.isEmpty()) {
      tables.add(NewsRows.table(news));
    }
    Optional<LocalDate> last = lastDay(tables);
    if (!counts.isEmpty() && last.isPresent()) {
      tables.add(PublicCountRows.table(counts, last.get()));
    }
    return tables;
  }

  /** The payments of the table of taxes, each once. */
  private BdciTable taxes() throws UnreadableFile {
    List<List<String>> rows =
        SmallTable.read(
            file(TAX).orElseThrow(),
            "id",
            "START_DATE",
            "END_DATE",
            "TAX_CATEGORIES",
            "TAXATION_BASIS",
            "TAX_RATE",
            "DEDUCTION",
            "TAX_AMOUNT");
    Set<List<String>> once = new LinkedHashSet<>(rows);
    return new BdciTable(
        TAX,
        TaxPayment.FEED,
        rows.size(),
        once.stream().map(row -> TaxRow.of(row).fields()).toList(),
        "one payment under several items");
  }

  /** The last day that any record tells; empty where none tells one. */
  private static Optional<LocalDate> lastDay(List<BdciTable> tables) {
    return tables.stream()
        .flatMap(table -> table.records().stream().flatMap(r -> days(table, r)))
        .filter(text -> text.matches(DAY))
        .map(text -> LocalDate.parse(text.replace('/', '-')))
        .max(LocalDate::compareTo);
  }

  private static Stream<String> days(BdciTable table, Map<String, String> record) {
    String column = table.feed().columns().get(table.feed().dayColumn()).name();
    return Stream.ofNullable(record.get(column));
  }

  private List<Map<String, String>> rows(String table) throws UnreadableFile {
    Optional<Path> file = file(table);
    return file.isEmpty() ? List.of() : SmallTable.readNamed(file.get());
  }

  private Optional<Path> file(String table) {
    return Stream.of(folder.resolve(table + ".gz"), folder.resolve(table))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
