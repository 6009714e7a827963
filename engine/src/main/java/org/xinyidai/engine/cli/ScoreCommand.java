package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.archive.ScoreId;
import org.xinyidai.engine.archive.StoredScore;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.BatchRun;
import org.xinyidai.engine.serving.BatchScoring;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.engine.serving.StoredRating;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.history.History;
import org.xinyidai.models.score.GradeScale;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.subject.Uscc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores enterprises and prints a line for each, with the reasons below when one is asked for. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description =
        "Score enterprises: the named ones with reasons, or with --all everyone as CSV. Every score"
            + " is kept, and xyd replay proves it by the number in the last column.")
final class ScoreCommand implements Callable<Integer> {
  private static final Reader OPERATOR = new Reader("operator", "xyd", Reader.Why.BATCH, "");
  private static final String HEADER =
      "uscc,points,grade,stars,probabilityOfDefault,model,asOf,scoreId";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Parameters(arity = "0..*", paramLabel = "USCC", description = "unified social credit codes")
  private List<String> codes = List.of();

  @Option(names = "--all", description = "everyone of whom anything is known, in one run")
  private boolean all;

  @Option(names = "--model", paramLabel = "ID", description = "default: the champion")
  private @Nullable String model;

  @Override
  public Integer call() {
    List<Uscc> named = codes.stream().map(Codes::uscc).toList();
    if (named.isEmpty() == !all) {
      throw new Failure("name one or more codes, or give --all");
    }
    try (Platform platform = state.open()) {
      Moment at = new Moment(state.asOf(platform), state.knownAt(platform));
      ServingModel serving = serving(platform);
      PrintWriter out = spec.commandLine().getOut();
      out.println(HEADER);
      if (all) {
        scoreAll(platform, serving, at, out);
      }
      for (Uscc uscc : named) {
        Scored scored =
            platform.scores().score(platform.vectors().at(uscc, at), serving.id()).orElseThrow();
        print(out, platform.archive().serve(scored, OPERATOR));
        explain(platform, scored, out);
      }
      out.flush();
    }
    return 0;
  }

  /** The reasons beside peers and beside last month. */
  private static void explain(Platform platform, Scored scored, PrintWriter out) {
    Score score = scored.score();
    History history = platform.vectors().history(score.uscc(), score.knownAt());
    platform
        .explainer()
        .explain(scored, history)
        .reasons()
        .forEach(reason -> out.println("  " + reason.sentence().zh()));
  }

  /** Vectors are kept first, for an answer of the day; a question about the past keeps none. */
  private void scoreAll(Platform platform, ServingModel serving, Moment at, PrintWriter out) {
    if (state.isOfNow()) {
      try (Progress progress = Progress.ofUnknownLength("vectors")) {
        platform.vectors().refresh(at.asOf(), at.knownAt(), progress::reach);
      }
    }
    BatchScoring batch = new BatchScoring(platform.store(), platform.vectors(), platform.scores());
    try (Progress progress = Progress.ofUnknownLength("scoring")) {
      BatchRun run =
          batch.run(serving, at, Runtime.getRuntime().availableProcessors(), progress::reach);
      batch.ratings().forEach(run, (uscc, rating) -> print(out, serving, uscc, rating));
    }
  }

  private ServingModel serving(Platform platform) {
    return (model == null ? platform.models().champion() : platform.models().find(model))
        .orElseThrow(
            () ->
                new Failure(
                    model == null
                        ? "no model serves yet; train one with xyd train"
                        : "no model " + model + "; there are " + platform.scores().modelIds()));
  }

  private static void print(PrintWriter out, ServingModel serving, Uscc uscc, StoredRating rating) {
    GradeScale grades = serving.model().grades();
    double probability = rating.probabilityOfDefault();
    out.printf(
        "%s,%d,%s,%d,%.6f,%s,%s,%s%n",
        uscc,
        rating.points(),
        grades.grade(probability),
        grades.stars(probability),
        probability,
        serving.id(),
        rating.asOf(),
        new ScoreId(uscc, rating.digest()));
  }

  private static void print(PrintWriter out, StoredScore stored) {
    Score score = stored.score();
    out.printf(
        "%s,%d,%s,%d,%.6f,%s,%s,%s%n",
        score.uscc(),
        score.points(),
        score.grade(),
        score.stars(),
        score.probabilityOfDefault(),
        score.modelId(),
        score.asOf(),
        stored.id());
  }
}
