package org.xinyidai.connectors.bdci;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.xinyidai.connectors.feed.SmallTable;
import org.xinyidai.connectors.feed.UnreadableFile;

/**
 * A folder of the contest's layout (数据目录); files may be plain or gzip. Of its tables the taxes fit
 * a feed. The others stay with evaluation: judgments are counts without a day or a case, annual
 * reports lack what a registration must have, no feed takes news, and the items that name social
 * insurance repeat the amount of a stamp tax and state no contribution.
 */
public final class BdciFolder {
  private static final String TAX = "tax_info.csv";

  private final Path tax;

  private BdciFolder(Path tax) {
    this.tax = tax;
  }

  /**
   * Opens a folder.
   *
   * @throws UnreadableFile when it has no table of taxes
   */
  public static BdciFolder open(Path folder) throws UnreadableFile {
    return Stream.of(folder.resolve(TAX + ".gz"), folder.resolve(TAX))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(BdciFolder::new)
        .orElseThrow(
            () ->
                new UnreadableFile(folder + " lacks " + TAX + ".gz; name the folder of the data"));
  }

  /** The payments of the table of taxes, each once. */
  public Payments payments() throws UnreadableFile {
    List<List<String>> rows =
        SmallTable.read(
            tax,
            "id",
            "START_DATE",
            "END_DATE",
            "TAX_CATEGORIES",
            "TAXATION_BASIS",
            "TAX_RATE",
            "DEDUCTION",
            "TAX_AMOUNT");
    Set<List<String>> once = new LinkedHashSet<>(rows);
    return new Payments(rows.size(), once.stream().map(TaxRow::of).toList());
  }

  /**
   * Payments, and how often the table repeated them under other items (税目).
   *
   * @param rows lines of the table
   * @param taxes each payment once
   */
  public record Payments(long rows, List<TaxRow> taxes) {
    public Payments {
      taxes = List.copyOf(taxes);
    }

    public long repeatedItems() {
      return rows - taxes.size();
    }
  }
}
