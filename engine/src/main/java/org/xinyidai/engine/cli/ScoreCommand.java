package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.archive.StoredScore;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.BatchRun;
import org.xinyidai.engine.serving.BatchScoring;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.history.History;
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
    description = "Score enterprises: the named ones with reasons, or with --all everyone as CSV.")
final class ScoreCommand implements Callable<Integer> {
  /** Scores written by one command: some hundred kilobytes, a fair share of a group. */
  private static final int PAGE = 256;

  private static final Reader OPERATOR = new Reader("operator", "xyd", Reader.Why.BATCH, "");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Parameters(arity = "0..*", paramLabel = "USCC", description = "unified social credit codes")
  private List<String> codes = List.of();

  @Option(names = "--all", description = "every enterprise that has records")
  private boolean all;

  @Option(
      names = "--stored",
      description = "with --all: score the kept vectors in one run and keep the figures")
  private boolean stored;

  @Option(names = "--model", paramLabel = "ID", description = "default: the champion")
  private @Nullable String model;

  @Override
  public Integer call() {
    List<Uscc> named = codes.stream().map(Codes::uscc).toList();
    if (named.isEmpty() == !all) {
      throw new Failure("name one or more codes, or give --all");
    }
    if (stored) {
      return scoreStored();
    }
    try (Platform platform = state.open()) {
      LocalDate asOf = state.asOf(platform);
      Instant knownAt = state.knownAt(platform);
      PrintWriter out = spec.commandLine().getOut();
      out.println("uscc,points,grade,stars,probabilityOfDefault,model,asOf,scoreId");
      Moment at = new Moment(asOf, knownAt);
      List<Scored> page = new ArrayList<>();
      for (Uscc uscc : all ? everyone(platform) : named) {
        page.add(score(platform, platform.vectors().at(uscc, at)));
        if (page.size() == PAGE) {
          serve(platform, page, out);
        }
      }
      serve(platform, page, out);
      out.flush();
    }
    return 0;
  }

  /** Keeps a page of scores, and prints each with its number. */
  private void serve(Platform platform, List<Scored> page, PrintWriter out) {
    List<StoredScore> kept = platform.archive().serve(page, OPERATOR);
    for (int i = 0; i < kept.size(); i++) {
      print(out, kept.get(i));
      if (!all) {
        explain(platform, page.get(i), out);
      }
    }
    page.clear();
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

  private int scoreStored() {
    if (!all) {
      throw new Failure("--stored goes with --all");
    }
    try (Platform platform = state.open()) {
      ServingModel serving =
          (model == null ? platform.models().champion() : platform.models().find(model))
              .orElseThrow(
                  () -> new Failure("no such model; there are " + platform.scores().modelIds()));
      BatchRun run =
          new BatchScoring(platform.store(), platform.vectors(), platform.scores())
              .run(serving, Runtime.getRuntime().availableProcessors(), done -> {});
      spec.commandLine()
          .getOut()
          .printf("%s: %d enterprises scored, run %d%n", run.modelId(), run.scored(), run.number());
    }
    return 0;
  }

  private void print(PrintWriter out, StoredScore stored) {
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

  private Scored score(Platform platform, UndisputedVector vector) {
    return platform
        .scores()
        .score(vector, model)
        .orElseThrow(
            () ->
                new Failure(
                    model == null
                        ? "no model serves yet; train one with xyd train"
                        : "no model " + model + "; there are " + platform.scores().modelIds()));
  }

  private static List<Uscc> everyone(Platform platform) {
    Histories histories = new Histories(platform.store());
    List<Uscc> everyone = new ArrayList<>();
    for (int shard = 0; shard < platform.store().shards().count(); shard++) {
      everyone.addAll(histories.enterprises(shard));
    }
    return everyone;
  }
}
