package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.xinyidai.engine.archive.Replay;
import org.xinyidai.engine.archive.ScoreId;
import org.xinyidai.engine.archive.StoredScore;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.score.Score;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves a stored score: computes it again from the facts of then, and compares every bit. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description =
        "评分重放 Compute a stored score again as known then and compare every bit; exit 1 if it differs.")
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Parameters(paramLabel = "SCORE_ID", description = "as score, GET score and GET matches tell it")
  private String id = "";

  @Override
  public Integer call() {
    ScoreId number =
        ScoreId.parse(id.strip())
            .orElseThrow(
                () -> new Failure(id + ": not the number of a score; xyd score prints them"));
    try (Platform platform = state.open()) {
      StoredScore stored =
          platform
              .archive()
              .find(number)
              .orElseThrow(() -> new Failure(id + ": no such stored score in this state"));
      Replay.Report report = platform.replay().of(stored);
      print(spec.commandLine().getOut(), report);
      return report.identical() ? 0 : 1;
    }
  }

  private static void print(PrintWriter out, Replay.Report report) {
    Score score = report.stored().score();
    out.printf(
        "评分 score %s%n  asOf %s, knownAt %s, 模型 model %s (SHA-256 %s), schema %d%n",
        report.stored().id(),
        score.asOf(),
        score.knownAt(),
        score.modelId(),
        report.stored().modelDigest(),
        score.schemaVersion());
    for (Replay.Difference one : report.differences()) {
      out.printf(
          "  不一致 differs: %s 存档 stored %s, 重放 recomputed %s%n",
          one.what(), one.stored(), one.recomputed());
    }
    out.println(
        report.identical()
            ? "一致 identical: %d points, probability %s, %d vector elements"
                .formatted(
                    score.points(),
                    Double.toHexString(score.probabilityOfDefault()),
                    report.elements())
            : "不一致 not identical: %d differences".formatted(report.differences().size()));
    out.flush();
  }
}
