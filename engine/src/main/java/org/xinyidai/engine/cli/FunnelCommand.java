package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.filing.Office;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.supervision.FunnelDimension;
import org.xinyidai.engine.supervision.FunnelLine;
import org.xinyidai.engine.supervision.FunnelTable;
import org.xinyidai.engine.supervision.MarketFunnel;
import org.xinyidai.engine.supervision.OverdueTask;
import org.xinyidai.engine.supervision.RefusalCount;
import org.xinyidai.engine.supervision.StateStay;
import org.xinyidai.models.subject.Region;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The market from registration to settled loans, and who is past a time. */
@Command(
    name = "funnel",
    mixinStandardHelpOptions = true,
    description =
        "融资漏斗 Count enterprises from registered to repaid, by district, industry, size, lender and"
            + " product, with times, refusals and overdue tasks.")
final class FunnelCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--district", paramLabel = "CODE", description = "of six digits (default: all)")
  private String district = "";

  @Option(names = "--lender", paramLabel = "NAME", description = "one lender's own (default: all)")
  private String lender = "";

  @Option(
      names = "--by",
      paramLabel = "DIMENSION",
      description =
          "what to list: district, industry, size, lender, product, first_loan, security"
              + " (default: district)")
  private FunnelDimension by = FunnelDimension.DISTRICT;

  @Option(names = "--out", paramLabel = "FILE", description = "write all lines as .csv or .xlsx")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    if (file != null) {
      ReportOutput.check(file);
    }
    if (!district.isEmpty() && !Region.isWellFormed(district)) {
      throw new Failure("--district takes six digits, such as 350100");
    }
    Region region = district.isEmpty() ? null : new Region(district);
    try (Platform platform = state.open()) {
      Office office = OpenOffice.of(platform);
      LocalDate today = OpenOffice.today(platform);
      LocalDate asOf = state.isOfNow() ? today : state.asOf(platform);
      MarketFunnel.Scope scope = new MarketFunnel.Scope(region, lender);
      MarketFunnel funnel = office.funnel().of(asOf, scope);
      PrintWriter out = spec.commandLine().getOut();
      print(out, funnel);
      for (OverdueTask task : office.overdue().of(today, scope)) {
        out.printf(
            "  超期 overdue %s  %s  %s × %d  %s%n",
            task.kind().titleZh(), task.who(), task.what().zh(), task.count(), task.dueOn());
      }
      if (file != null) {
        ReportOutput.write(FunnelTable.of(funnel), file);
        out.printf("%s%n", file);
      }
      out.flush();
    }
    return 0;
  }

  private void print(PrintWriter out, MarketFunnel funnel) {
    out.printf("融资漏斗 funnel as of %s%n", funnel.asOf());
    line(out, funnel.total());
    for (FunnelLine line : funnel.by(by)) {
      line(out, line);
    }
    for (StateStay stay : funnel.stays()) {
      out.printf(
          "  %s %s: 中位 median %d min, 九成 p90 %d min, 已离开 left %d, 当前 now %d%n",
          stay.state().titleZh(),
          stay.state().titleEn(),
          stay.medianMinutes(),
          stay.p90Minutes(),
          stay.left(),
          stay.there());
    }
    for (RefusalCount count : funnel.refusals()) {
      out.printf("  %s %s: %d%n", count.reason().code(), count.reason().words().zh(), count.all());
    }
  }

  private static void line(PrintWriter out, FunnelLine line) {
    StringBuilder stages = new StringBuilder();
    line.stages()
        .forEach(
            one ->
                stages
                    .append(stages.isEmpty() ? "" : " → ")
                    .append(one.stage().titleZh())
                    .append(' ')
                    .append(one.enterprises()));
    out.printf("  %s: %s%n", line.title().zh(), stages);
  }
}
