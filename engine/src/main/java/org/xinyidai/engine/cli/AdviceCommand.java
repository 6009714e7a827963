package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.history.History;
import org.xinyidai.models.match.ProductAdvice;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;
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
    description = "The fewest realistic changes that would earn a better grade, or open a product.")
final class AdviceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Parameters(paramLabel = "USCC", description = "unified social credit code")
  private String code = "";

  @Option(names = "--target", defaultValue = "A", paramLabel = "A|B|C")
  private Grade target = Grade.A;

  @Option(
      names = "--product",
      paramLabel = "ID",
      description = "say what would open this product instead")
  private @Nullable String product;

  @Override
  public Integer call() {
    Uscc uscc = Codes.uscc(code);
    try (Platform platform = state.open()) {
      if (product != null) {
        print(productAdvice(platform, uscc, product));
        return 0;
      }
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

  private ProductAdvice productAdvice(Platform platform, Uscc uscc, String id) {
    LocalDate asOf = state.asOf(platform);
    LoanProduct found =
        Optional.of(id)
            .filter(ProductId::isWellFormed)
            .flatMap(text -> platform.shelf().find(new ProductId(text)))
            .filter(one -> one.effectiveOn(asOf))
            .orElseThrow(
                () -> new Failure("no product " + id + " on " + asOf + "; see xyd products"));
    History history = platform.vectors().history(uscc, state.knownAt(platform));
    return platform.matching().advise(history, found, Map.of(), asOf);
  }

  private void print(ProductAdvice advice) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s %s（%s）：%s%s%n",
        advice.product().lender().name().zh(),
        advice.product().name().zh(),
        advice.product().id(),
        advice.state().titleZh(),
        advice.steps().isEmpty() ? "" : "，约需 " + advice.months() + " 个月：");
    for (ProductAdvice.Step step : advice.steps()) {
      out.printf(
          "  %s：%s 由 %s 到 %s（%d个月）%n",
          step.action().textZh(),
          step.action().feature(),
          step.fromText().zh(),
          step.toText().zh(),
          step.months());
    }
    advice.declare().forEach(words -> out.println("  尚须申报：" + words.zh()));
    advice.blockers().forEach(one -> out.println("  无法改进：" + MatchCommand.line(one)));
    out.flush();
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
