package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.warning.EnterpriseWarnings;
import org.xinyidai.models.warning.Warning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints early warnings: of named enterprises, or the list of a district. */
@Command(
    name = "warnings",
    mixinStandardHelpOptions = true,
    description = "Early warnings (事前信用预警) of enterprises, or the list of a district.")
final class WarningsCommand implements Callable<Integer> {
  private static final int PAGE = 1_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Parameters(arity = "0..*", paramLabel = "USCC", description = "unified social credit codes")
  private List<String> codes = List.of();

  @Option(names = "--refresh", description = "judge every enterprise anew before listing")
  private boolean refresh;

  @Option(
      names = "--district",
      defaultValue = "",
      paramLabel = "CODE",
      description = "division code or its first digits (default: all)")
  private String district = "";

  @Override
  public Integer call() {
    try (Platform platform = state.open()) {
      PrintWriter out = spec.commandLine().getOut();
      LocalDate asOf = state.asOf(platform);
      Instant knownAt = state.knownAt(platform);
      if (refresh) {
        try (Progress progress = Progress.ofUnknownLength("judging")) {
          platform.warnings().refresh(asOf, knownAt, progress::reach);
        }
      }
      if (codes.isEmpty()) {
        list(platform, out);
      } else {
        codes.stream()
            .map(Codes::uscc)
            .forEach(uscc -> print(out, platform.warnings().of(uscc, asOf, knownAt)));
      }
      out.flush();
    }
    return 0;
  }

  private void list(Platform platform, PrintWriter out) {
    String after = "";
    List<EnterpriseWarnings> page;
    do {
      page = platform.warnings().list(district, after, PAGE, any -> true);
      page.forEach(enterprise -> print(out, enterprise));
      after = page.isEmpty() ? "" : page.get(page.size() - 1).uscc();
    } while (page.size() == PAGE);
  }

  private static void print(PrintWriter out, EnterpriseWarnings enterprise) {
    out.printf(
        "%s %s %s%n",
        enterprise.uscc(),
        enterprise.asOf(),
        enterprise.warnings().isEmpty() ? "无预警" : enterprise.warnings().size() + " 项预警");
    if (!enterprise.disputed().isEmpty()) {
      out.printf("  %d 项特征因异议处理中而剔除、冻结或标注%n", enterprise.disputed().size());
    }
    for (Warning warning : enterprise.warnings()) {
      out.printf(
          "  [%s] %s：%s%n", warning.severity().titleZh(), warning.titleZh(), warning.reasonZh());
    }
  }
}
