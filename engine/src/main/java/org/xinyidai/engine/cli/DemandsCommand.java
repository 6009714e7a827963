package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.xinyidai.engine.market.MatchWatch;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.financing.Demand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the demands that stand open, or matches them again and tells what has opened. */
@Command(
    name = "demands",
    mixinStandardHelpOptions = true,
    description =
        "List open demands; with --watch, match them again and tell what opened or closed.")
final class DemandsCommand implements Callable<Integer> {
  /** Lines that a terminal shows; the API has the rest. */
  private static final int SHOWN = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--watch", description = "match all of them again, as a server does by itself")
  private boolean watch;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Platform platform = state.open()) {
      LocalDate day = state.asOf(platform);
      if (watch) {
        MatchWatch.Round round = platform.market().watch().catchUp(day);
        out.printf(
            "需求 demands: %d，重新匹配 matched again: %d，通知 notices: %d%n",
            round.compared(), round.matched(), round.told());
      } else {
        list(out, platform.demands().open("", SHOWN), day);
      }
      out.flush();
    }
    return 0;
  }

  private static void list(PrintWriter out, List<Demand> demands, LocalDate day) {
    for (Demand demand : demands) {
      out.printf(
          "%s\t%s\t%d 分\t%d个月\t%s\t%s%n",
          demand.id(),
          demand.uscc(),
          demand.request().amountFen(),
          demand.request().termMonths(),
          demand.request().purpose().title().zh(),
          demand.status(day).code());
    }
  }
}
