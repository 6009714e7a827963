package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.score.ActionCatalogue;
import org.xinyidai.models.score.Advice;
import org.xinyidai.models.score.Adviser;
import org.xinyidai.models.score.Grade;
import org.xinyidai.models.score.Scorer;
import org.xinyidai.models.subject.Uscc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what an enterprise could do for a better grade. */
@Command(
    name = "advice",
    mixinStandardHelpOptions = true,
    description = "The fewest realistic changes that would earn an enterprise a better grade.")
final class AdviceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Parameters(paramLabel = "USCC", description = "unified social credit code")
  private String code = "";

  @Option(names = "--target", defaultValue = "A", paramLabel = "A|B|C")
  private Grade target = Grade.A;

  @Override
  public Integer call() {
    Uscc uscc = Codes.uscc(code);
    try (Platform platform = state.open()) {
      ServingModel champion =
          platform
              .models()
              .champion()
              .orElseThrow(() -> new Failure("no model serves yet; train one with xyd train"));
      Scorer scorer = platform.scores().scorer(champion);
      double[] row =
          scorer.row(
              platform.vectors().compute(uscc, state.asOf(platform), state.knownAt(platform)));
      print(new Adviser(scorer, ActionCatalogue.ALL).advise(row, target));
    }
    return 0;
  }

  private void print(Advice advice) {
    PrintWriter out = spec.commandLine().getOut();
    if (advice.steps().isEmpty()) {
      out.println(advice.reached() ? "已达到 " + advice.target() + " 级，无须改变" : "没有企业自身可改变的事项能提高评分");
    } else {
      out.println(
          advice.reached()
              ? "由 %s 级提高到 %s 级，约需 %d 个月："
                  .formatted(advice.present(), advice.target(), advice.months())
              : "近期难以达到 %s 级；最有帮助的是：".formatted(advice.target()));
    }
    for (Advice.Step step : advice.steps()) {
      out.printf(
          Locale.ROOT,
          "  %s：%s 由 %s 到 %s（%d个月）%n",
          step.action().textZh(),
          step.action().feature(),
          step.from(),
          step.to(),
          step.action().months());
    }
    out.flush();
  }
}
