package org.xinyidai.engine.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.table.TableOptions;
import org.xinyidai.engine.evaluation.CardPage;
import org.xinyidai.engine.evaluation.EvaluationPage;
import org.xinyidai.engine.evaluation.EvaluationRun;
import org.xinyidai.engine.evaluation.EvaluationRun.Plan;
import org.xinyidai.engine.evaluation.EvaluationRun.Samples;
import org.xinyidai.engine.evaluation.EvaluationText;
import org.xinyidai.engine.evaluation.SampleSource;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.training.CardSettings;
import org.xinyidai.models.training.ModelSettings;
import org.xinyidai.models.training.TrainingSet;
import org.xinyidai.models.training.TreeSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges a kind of model out of fold on any table of labelled rows. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description =
        "Judge a scorecard, XGBoost or a forest out of fold on any labelled table (模型评估).")
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "PATH",
      description = "a table (CSV and the like, plain or gzip), or a folder of a known layout")
  private Path data = Path.of("");

  @Option(
      names = "--model",
      defaultValue = "card",
      paramLabel = "KIND",
      description = "card, xgboost or forest (default: ${DEFAULT-VALUE})")
  private String model = "card";

  @Option(
      names = "--label",
      defaultValue = "",
      paramLabel = "COLUMN",
      description = "the column of the outcome; not needed for data of a known layout")
  private String label = "";

  @Option(
      names = "--positive",
      defaultValue = "",
      paramLabel = "VALUE",
      description = "the label's value for bad (default: 1, true, yes, bad, 是)")
  private String positive = "";

  @Option(
      names = "--drop",
      split = ",",
      paramLabel = "A,B",
      description = "columns to leave out, such as those known only after the outcome")
  private List<String> drop = List.of();

  @Option(
      names = "--id",
      defaultValue = "",
      paramLabel = "COLUMN",
      description = "the column that names the rows")
  private String id = "";

  @Option(
      names = "--group",
      split = ",",
      paramLabel = "A,B",
      description =
          "columns by which the treatment of groups is compared (default: those whose names speak"
              + " of size, place or age)")
  private List<String> group = List.of();

  @Option(
      names = "--missing",
      split = ",",
      paramLabel = "-9,-8",
      description = "numbers that stand for kinds of missing; each is kept apart")
  private List<Double> missing = List.of();

  @Option(names = "--folds", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
  private int folds = 5;

  @Option(names = "--repeats", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
  private int repeats = 1;

  @Option(names = "--seed", defaultValue = "2020", description = "default: ${DEFAULT-VALUE}")
  private long seed = 2020;

  @Option(names = "--report", paramLabel = "FILE", description = "write all figures as JSON there")
  private @Nullable Path report;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write a page with charts there (default: next to the JSON report)")
  private @Nullable Path html;

  @Option(names = "--print-card", description = "show the bins and points of a scorecard")
  private boolean printCard;

  @Override
  public Integer call() throws IOException {
    if (folds < 2 || repeats < 1) {
      throw new Failure("--folds must be 2 or more, --repeats 1 or more");
    }
    TerminalShow show = new TerminalShow(spec.commandLine().getOut(), spec.commandLine().getErr());
    TableOptions options = new TableOptions(label, positive, Set.copyOf(drop), id, missing);
    Samples samples =
        label.isEmpty()
            ? SampleSource.recognised(data, options, show)
            : SampleSource.described(data, options);
    TrainingSet set = samples.set();
    if (set.bads() < folds || set.size() - set.bads() < folds) {
      throw new Failure(
          "%d good and %d bad rows; each of %d folds needs one of both"
              .formatted(set.size() - set.bads(), set.bads(), folds));
    }
    Plan plan = Plan.of(settings(set), folds, repeats, seed);
    EvaluationRun.Result result =
        new EvaluationRun(samples.groupedBy(Set.copyOf(group)), plan, show).run();
    EvaluationText.say(result.report(), show);
    ScoringModel trained = result.trained().model();
    if (printCard && trained.body() instanceof Scorecard card) {
      CardPage.lines(card, trained.scaling()).forEach(show::say);
    }
    if (report != null) {
      folderOf(report);
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValue(report.toFile(), result.report());
      show.say("report: " + report);
    }
    Path page = html != null || report == null ? html : besides(report);
    if (page != null) {
      folderOf(page);
      Files.writeString(page, EvaluationPage.of(result, set.labels()));
      show.say("page: " + page);
    }
    return 0;
  }

  /** The same name with the ending of a page. */
  private static Path besides(Path file) {
    return file.resolveSibling(
        String.valueOf(file.getFileName()).replaceFirst("(\\.json)?$", ".html"));
  }

  private static void folderOf(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
  }

  private ModelSettings settings(TrainingSet set) {
    return switch (model) {
      case "card" -> CardSettings.forSample(set.size(), set.bads());
      case "xgboost" -> TreeSettings.boosted(set.size(), set.bads());
      case "forest" -> TreeSettings.forest(set.size(), set.bads());
      default -> throw new Failure("--model must be card, xgboost or forest, not " + model);
    };
  }
}
