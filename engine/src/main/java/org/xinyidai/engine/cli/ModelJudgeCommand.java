package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.engine.learning.Label;
import org.xinyidai.engine.learning.LabelFile;
import org.xinyidai.engine.learning.SampleGroups;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.learning.TrainingSets;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.score.ModelCard;
import org.xinyidai.models.training.OutsideModelCard;
import org.xinyidai.models.training.TrainingSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a kept model as it stands, so that it has a card to be approved by (评估外部模型). */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    description =
        "Judge a kept model on labels (CSV: uscc,observedOn,bad) and keep its model card, which a"
            + " champion must have.")
final class ModelJudgeCommand implements Callable<Integer> {
  private static final long SEED = 2020;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Parameters(paramLabel = "ID")
  private String id = "";

  @Option(names = "--labels", required = true, paramLabel = "FILE", description = "the labels")
  private Path labels = Path.of("");

  @Override
  public Integer call() throws UnreadableFile {
    TerminalShow show = new TerminalShow(spec.commandLine().getOut(), spec.commandLine().getErr());
    List<Label> read = LabelFile.read(labels);
    long bad = read.stream().filter(Label::bad).count();
    if (Math.min(bad, read.size() - bad) < OutsideModelCard.PARTS) {
      throw new Failure(
          "%s holds %d good and %d bad labels; at least %d of both are needed"
              .formatted(labels, read.size() - bad, bad, OutsideModelCard.PARTS));
    }
    try (Platform platform = state.open()) {
      ServingModel serving =
          platform
              .models()
              .find(id)
              .orElseThrow(
                  () ->
                      new Failure(
                          "no model " + id + " serves; there are " + platform.models().ids()));
      TrainingSets sets =
          new TrainingSets(platform.vectors().schema(), platform.vectors()::compute);
      List<TrainingSet> joined = new ArrayList<>();
      show.during("features", read.size(), done -> joined.add(sets.join(read, done)));
      TrainingSet set = joined.get(0);
      ModelCard card =
          OutsideModelCard.of(
              serving.model(),
              set,
              new SampleGroups(platform.store()).of(set),
              SampleGroups.period(set),
              SEED);
      platform.models().keepCard(card);
      say(card);
    }
    return 0;
  }

  private void say(ModelCard card) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        String.format(
            Locale.ROOT,
            "模型卡 card of %s: %,d 行 rows, %,d 坏样本 bad, AUC %.4f, KS %.4f",
            card.modelId(),
            card.sample().rows(),
            card.sample().bads(),
            card.evaluation().auc().mean(),
            card.evaluation().ks().mean()));
    out.flush();
  }
}
