package org.xinyidai.connectors.cumcm;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.cumcm.CumcmEnterprise.Outcome;
import org.xinyidai.connectors.feed.SmallTable;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.models.record.VatInvoice;
import org.xinyidai.models.subject.Uscc;

/** A folder of the contest's layout (数据目录); files may be plain or gzip. */
public final class CumcmFolder {
  static final String ENTERPRISE_COLUMN = "企业代号";

  private static final String NAME_COLUMN = "企业名称";
  private static final String GZIP_SUFFIX = ".gz";

  private final List<InvoiceFile> invoices;
  private final Path withOutcome;
  private final Path withoutOutcome;
  private final @Nullable Path rateChurn;

  private CumcmFolder(Path folder) throws UnreadableFile {
    invoices =
        List.of(
            new InvoiceFile(VatInvoice.INPUT, find(folder, "invoices_credit_input.csv")),
            new InvoiceFile(VatInvoice.OUTPUT, find(folder, "invoices_credit_output.csv")),
            new InvoiceFile(VatInvoice.INPUT, find(folder, "invoices_nocredit_input.csv")),
            new InvoiceFile(VatInvoice.OUTPUT, find(folder, "invoices_nocredit_output.csv")));
    withOutcome = find(folder, "enterprises_credit.csv");
    withoutOutcome = find(folder, "enterprises_nocredit.csv");
    rateChurn = candidates(folder, "rate_churn.csv").findFirst().orElse(null);
  }

  /**
   * Opens a folder after seeing that every file is there; the table of rates alone may lack.
   *
   * @throws UnreadableFile naming the folder or the first file that is missing
   */
  public static CumcmFolder open(Path folder) throws UnreadableFile {
    if (!Files.isDirectory(folder)) {
      throw new UnreadableFile(folder + " is no folder; name the one that holds the data");
    }
    return new CumcmFolder(folder);
  }

  /** Whether a path is a folder of this layout, told by its first file. */
  public static boolean matches(Path folder) {
    return Files.isDirectory(folder)
        && candidates(folder, "invoices_credit_input.csv").findFirst().isPresent();
  }

  /** The valid code derived from a number such as {@code E12}; the same number, the same code. */
  public static Uscc uscc(String sourceId) {
    return DerivedCodes.uscc(sourceId);
  }

  /** The four invoice files in fixed order. */
  public List<InvoiceFile> invoices() {
    return invoices;
  }

  /** All enterprises, those with an outcome first, in the order of their files. */
  public List<CumcmEnterprise> enterprises() throws UnreadableFile {
    List<CumcmEnterprise> enterprises = new ArrayList<>();
    for (List<String> row :
        SmallTable.read(withOutcome, ENTERPRISE_COLUMN, NAME_COLUMN, "信誉评级", "是否违约")) {
      enterprises.add(enterprise(withOutcome, row, outcome(row.get(3)), row.get(2)));
    }
    for (List<String> row : SmallTable.read(withoutOutcome, ENTERPRISE_COLUMN, NAME_COLUMN)) {
      enterprises.add(enterprise(withoutOutcome, row, Outcome.UNKNOWN, ""));
    }
    return enterprises;
  }

  /** Whether there is a table of loan rates; without it nothing can be priced. */
  public boolean hasRateChurn() {
    return rateChurn != null;
  }

  /** The table of loan rates against lost customers. */
  public RateChurn rateChurn() throws UnreadableFile {
    if (rateChurn == null) {
      throw new UnreadableFile("the folder lacks rate_churn.csv");
    }
    List<RateChurn.Step> steps = new ArrayList<>();
    for (List<String> row :
        SmallTable.read(rateChurn, "annual_rate", "churn_A", "churn_B", "churn_C")) {
      try {
        steps.add(
            new RateChurn.Step(
                new BigDecimal(row.get(0)).movePointRight(4).intValueExact(),
                Double.parseDouble(row.get(1)),
                Double.parseDouble(row.get(2)),
                Double.parseDouble(row.get(3))));
      } catch (ArithmeticException | NumberFormatException notANumber) {
        throw new UnreadableFile(
            rateChurn.getFileName() + ": not four numbers: " + String.join(",", row), notANumber);
      }
    }
    return new RateChurn(steps);
  }

  private static CumcmEnterprise enterprise(
      Path file, List<String> row, Outcome outcome, String bankRating) throws UnreadableFile {
    String id = row.get(0);
    if (!DerivedCodes.isSourceId(id)) {
      throw new UnreadableFile(file.getFileName() + ": " + id + " is no number such as E12");
    }
    return new CumcmEnterprise(id, uscc(id), row.get(1), outcome, bankRating);
  }

  private static Outcome outcome(String text) {
    return switch (text) {
      case "是" -> Outcome.DEFAULTED;
      case "否" -> Outcome.REPAID;
      default -> Outcome.UNKNOWN;
    };
  }

  private static Stream<Path> candidates(Path folder, String name) {
    return Stream.of(folder.resolve(name), folder.resolve(name + GZIP_SUFFIX))
        .filter(Files::isRegularFile);
  }

  private static Path find(Path folder, String name) throws UnreadableFile {
    return candidates(folder, name)
        .findFirst()
        .orElseThrow(
            () ->
                new UnreadableFile(folder + " lacks " + name + GZIP_SUFFIX + " (or " + name + ")"));
  }
}
