package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.xinyidai.engine.filing.Filing;
import org.xinyidai.engine.filing.Filings;
import org.xinyidai.engine.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether a file is a report as it was filed. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "核验报送文件 Say whether a file is a report as it was filed, by digest and signature.")
final class ReportVerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Parameters(paramLabel = "FILE", description = "a workbook or PDF")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Failure(file + ": no such file");
    }
    byte[] bytes = Files.readAllBytes(file);
    try (Platform platform = state.open()) {
      Filings.Checked checked = OpenOffice.of(platform).filings().check(bytes);
      PrintWriter out = spec.commandLine().getOut();
      out.printf("%s %s%n", checked.finding().code(), checked.finding().titleZh());
      checked.filing().ifPresent(filing -> print(out, filing));
      out.flush();
      return checked.finding() == Filings.Finding.GENUINE ? 0 : 1;
    }
  }

  private static void print(PrintWriter out, Filing filing) {
    out.printf(
        "  %s  %s  %s  %s  应于 due %s%n",
        filing.id(), filing.office(), filing.filedAt(), filing.timeliness(), filing.dueOn());
    if (filing.replaces() != null) {
      out.printf("  更正 replaces %s：%s%n", filing.replaces(), filing.reason());
    }
  }
}
