package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.evaluation.ModelCardPage;
import org.xinyidai.engine.learning.ModelEntry;
import org.xinyidai.engine.learning.ModelRegistry;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.score.ModelCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One model with its life and its card (查看模型). */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show a model's life and model card; as a page to print and sign by --html.")
final class ModelShowCommand implements Callable<Integer> {
  private static final int FEATURES_SHOWN = 12;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Parameters(paramLabel = "ID")
  private String id = "";

  @Option(names = "--html", paramLabel = "FILE", description = "write the card as a page")
  private @Nullable Path html;

  @Override
  public Integer call() throws IOException {
    try (Platform platform = state.open()) {
      ModelRegistry models = platform.models();
      ModelEntry entry =
          models.entry(id).orElseThrow(() -> new Failure("no model " + id + " is kept"));
      Optional<ModelCard> card = models.card(id);
      say("模型 model %s  状态 status %s %s", id, entry.status().titleZh(), entry.status().id());
      life(entry).forEach(line -> say("  %s", line));
      models.refusal(id).ifPresent(reason -> say("  不能使用 cannot serve: %s", reason));
      if (card.isPresent()) {
        say(card.get());
      } else {
        say("没有模型卡，不能成为冠军模型 no model card: xyd models judge %s --labels FILE", id);
      }
      if (html != null) {
        write(platform, card, entry, html);
      }
    }
    return 0;
  }

  private void write(Platform platform, Optional<ModelCard> card, ModelEntry entry, Path file)
      throws IOException {
    ServingModel serving =
        platform
            .models()
            .find(id)
            .orElseThrow(() -> new Failure(id + " does not serve; there is nothing to sign"));
    ModelCard signed =
        card.orElseThrow(() -> new Failure(id + " has no model card; judge it first"));
    Files.writeString(
        file, ModelCardPage.of(serving.model(), signed, life(entry), platform.vectors().schema()));
  }

  private static List<String> life(ModelEntry entry) {
    return entry.changes().stream()
        .map(change -> change.at() + "  " + change.status().titleZh() + "  " + change.by())
        .toList();
  }

  private void say(ModelCard card) {
    ModelCard.Sample sample = card.sample();
    say(
        "模型卡 card: %,d 行 rows, %,d 坏样本 bad, %s 至 %s, SHA-256 %s",
        sample.rows(), sample.bads(), sample.from(), sample.to(), sample.digest());
    say(
        "  AUC %.4f ± %.4f   KS %.4f ± %.4f   Gini %.4f   Brier %.4f",
        card.evaluation().auc().mean(),
        card.evaluation().auc().sd(),
        card.evaluation().ks().mean(),
        card.evaluation().ks().sd(),
        card.evaluation().gini(),
        card.evaluation().brier());
    card.features().stream()
        .limit(FEATURES_SHOWN)
        .forEach(one -> say("  %-46s IV %.3f", one.name(), one.informationValue()));
    card.fairness().stream()
        .filter(group -> group.impact() < ModelCard.LEAST_IMPACT)
        .forEach(
            group ->
                say("  须复核 review: %s %s 通过率比 %.2f", group.by(), group.group(), group.impact()));
    card.limits().forEach(limit -> say("  %s", limit));
  }

  private void say(String format, @Nullable Object... values) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
