package org.xinyidai.engine.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.lenderreport.Channel;
import org.xinyidai.engine.lenderreport.Incoming;
import org.xinyidai.engine.lenderreport.LenderReports;
import org.xinyidai.engine.lenderreport.LineAnswer;
import org.xinyidai.engine.lenderreport.LineAnswer.Result;
import org.xinyidai.engine.lenderreport.ReportDesk.Taken;
import org.xinyidai.engine.lenderreport.ReportFile;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes in the monthly file of a lender, as its upload over HTTP does. */
@Command(
    name = "lender-report",
    mixinStandardHelpOptions = true,
    description =
        "机构月报 Take in a lender's file of a month (CSV or XLSX by the template): each line is held"
            + " against its application, and what differs becomes a task.")
final class LenderReportCommand implements Callable<Integer> {
  private static final int ID_DIGITS = 24;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--file", required = true, description = "CSV or XLSX")
  private Path file = Path.of("");

  @Option(names = "--lender", required = true, description = "organisation of the lender")
  private String lender = "";

  @Option(names = "--month", required = true, paramLabel = "YYYY-MM", description = "its month")
  private YearMonth month = YearMonth.of(2000, 1);

  @Override
  public Integer call() throws IOException {
    if (Files.size(file) > ReportFile.MAX_BYTES) {
      throw new UnreadableFile("more than " + ReportFile.MAX_BYTES + " bytes; split the file");
    }
    byte[] bytes = Files.readAllBytes(file);
    ReportFile.Content content = ReportFile.read(bytes);
    try (Platform platform = state.open()) {
      Accounts accounts = new Accounts(platform.store(), new SecureRandom());
      if (!accounts.hasLender(lender)) {
        throw new Failure(lender + ": no such lender has an account; see `xyd accounts`");
      }
      Loans loans = Loans.of(platform, accounts);
      Taken taken =
          LenderReports.of(platform, loans, accounts)
              .desk()
              .take(
                  new Incoming(
                      "b-" + id(bytes),
                      lender,
                      content.workbook() ? Channel.XLSX : Channel.CSV,
                      month,
                      "terminal",
                      content.lines(),
                      content.ignored()));
      print(taken);
    }
    return 0;
  }

  /** The same file of the same lender and month is one batch. */
  private String id(byte[] bytes) {
    String whole = String.join("\0", lender, month.toString(), Sm3.of(bytes));
    return Sm3.of(whole.getBytes(UTF_8)).substring(0, ID_DIGITS);
  }

  private void print(Taken taken) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("批次 batch %s: %d行 lines%n", taken.batch().id(), taken.batch().lines());
    for (Result result : Result.values()) {
      out.printf("  %s: %d%n", result.titleZh(), taken.batch().counts().get(result));
    }
    for (LineAnswer answer : taken.answers()) {
      answer
          .faults()
          .forEach(fault -> out.printf("  第%d行 退回 %s%n", answer.row(), fault.words().zh()));
      answer
          .differences()
          .forEach(one -> out.printf("  第%d行 不一致 %s%n", answer.row(), one.words().zh()));
    }
    List<String> ignored = taken.batch().ignoredColumns();
    if (!ignored.isEmpty()) {
      out.printf("  未识别的列 columns not known: %s%n", String.join("、", ignored));
    }
    taken.batch().leftOut().forEach(one -> out.printf("  漏报在贷 left out: %s%n", one));
    out.flush();
  }
}
