package org.xinyidai.engine.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.engine.demo.ModelTraining;
import org.xinyidai.engine.learning.Label;
import org.xinyidai.engine.learning.LabelFile;
import org.xinyidai.engine.learning.ModelRegistry;
import org.xinyidai.engine.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a scorecard and a challenger on labels, and lets the better one serve. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description =
        "Train a scorecard and XGBoost on labels (CSV: uscc,observedOn,bad); the better one serves.")
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--labels", required = true, paramLabel = "FILE", description = "the labels")
  private Path labels = Path.of("");

  @Option(
      names = "--rejected",
      paramLabel = "FILE",
      description =
          "applicants who were refused, in the form of the labels; trained on with inferred"
              + " outcomes (parcelling), never judged on")
  private @Nullable Path rejected;

  @Option(
      names = "--reject-factor",
      defaultValue = "1.5",
      paramLabel = "FACTOR",
      description =
          "how much likelier bad a refused applicant is than a granted one of the same score"
              + " (default: ${DEFAULT-VALUE})")
  private double rejectFactor = 1.5;

  @Option(
      names = "--name",
      defaultValue = "1",
      paramLabel = "NAME",
      description = "last part of the models' ids (default: ${DEFAULT-VALUE})")
  private String name = "1";

  @Option(names = "--folds", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
  private int folds = 5;

  @Option(names = "--repeats", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
  private int repeats = 1;

  @Override
  public Integer call() throws UnreadableFile {
    if (folds < 2 || repeats < 1) {
      throw new Failure("--folds must be 2 or more, --repeats 1 or more");
    }
    if (!ModelRegistry.isModelId("xgboost-" + name)) {
      throw new Failure("--name takes lower-case letters, digits, dots and hyphens only");
    }
    if (!(rejectFactor >= 1)) {
      throw new Failure("--reject-factor must be 1 or more");
    }
    List<Label> read = LabelFile.read(labels);
    long bad = read.stream().filter(Label::bad).count();
    if (bad < folds || read.size() - bad < folds) {
      throw new Failure(
          "%s holds %d good and %d bad labels; each fold needs one of both"
              .formatted(labels, read.size() - bad, bad));
    }
    TerminalShow show = new TerminalShow(spec.commandLine().getOut(), spec.commandLine().getErr());
    try (Platform platform = state.open()) {
      List<Label> refused = rejected == null ? List.of() : LabelFile.read(rejected);
      new ModelTraining(platform, show)
          .train(
              read,
              new ModelTraining.Rejected(refused, rejectFactor),
              new ModelTraining.Folds(folds, repeats),
              name);
    }
    return 0;
  }
}
