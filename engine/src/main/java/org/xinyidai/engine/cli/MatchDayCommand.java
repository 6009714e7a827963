package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.market.HeldDays;
import org.xinyidai.engine.market.MatchDays;
import org.xinyidai.engine.market.PlanText;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.product.ValueText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plans a matching day: the open demands against what is left of every product. */
@Command(
    name = "match-day",
    mixinStandardHelpOptions = true,
    description =
        "Plan a matching day: which open demand is advised to go to which product within all"
            + " quotas, for the greatest expected benefit of the whole city. Advice only.")
final class MatchDayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--out", paramLabel = "FILE", description = "write the plan there, as CSV")
  private @Nullable Path file;

  @Option(names = "--hold", description = "keep the plan and tell enterprises and lenders of it")
  private boolean hold;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Platform platform = state.open()) {
      platform.market().experience().refresh(state.asOf(platform));
      MatchDays.Plan plan = platform.market().days().plan(state.asOf(platform));
      out.printf(
          "需求 demands: %d，撮合 placed: %d，未列入 left out: %d，预期收益 expected benefit: %s%n%s%n",
          plan.demands(),
          plan.lines().size(),
          plan.leftOut(),
          ValueText.of(Unit.FEN, (double) plan.worthFen()).zh(),
          PlanText.NOTE.zh());
      if (hold) {
        HeldDays held = platform.market().held();
        List<String> kept = held.kept();
        HeldDays.Outcome outcome =
            platform.store().execute(changes -> held.hold(changes, plan, kept));
        out.printf(
            "对接会 matching day: %s %s%n",
            outcome.held().id(), outcome.fresh() ? "已举办 held" : "与上一轮相同 as the last round");
      }
      if (file == null) {
        out.print(PlanText.csv(plan));
      } else {
        Files.writeString(file, PlanText.csv(plan));
      }
      out.flush();
    }
    return 0;
  }
}
