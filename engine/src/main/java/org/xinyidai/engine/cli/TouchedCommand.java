package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.archive.TouchedScores.Touch;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.subject.Uscc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the stored scores and the demands that late or corrected records touch. */
@Command(
    name = "touched",
    mixinStandardHelpOptions = true,
    description =
        "迟报更正影响 List the stored scores and demands that a batch, or all later records of an"
            + " enterprise, touch.")
final class TouchedCommand implements Callable<Integer> {
  /** Enterprises scored again at a time. */
  private static final int PAGE = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Parameters(paramLabel = "BATCH|USCC", description = "id of a batch, or code of an enterprise")
  private String subject = "";

  @Override
  public Integer call() {
    try (Platform platform = state.open()) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("scoreId,asOf,pointsThen,pointsNow,facts,demands");
      if (Uscc.isWellFormed(subject)) {
        print(out, platform.touched().of(new Uscc(subject)));
      } else {
        ofBatch(platform, out);
      }
      out.flush();
    }
    return 0;
  }

  private void ofBatch(Platform platform, PrintWriter out) {
    Feed<?> feed =
        platform
            .batches()
            .find(subject)
            .flatMap(receipt -> Feeds.byId(receipt.batch().feed()))
            .orElseThrow(() -> new Failure(subject + ": no such batch or code; check it"));
    for (int skip = 0; !platform.touched().isLastPage(subject, skip); skip += PAGE) {
      print(out, platform.touched().ofBatch(subject, feed, skip, PAGE));
    }
  }

  private static void print(PrintWriter out, List<Touch> touched) {
    for (Touch touch : touched) {
      @Nullable Integer now = touch.pointsNow();
      out.printf(
          "%s,%s,%d,%s,%s,%s%n",
          touch.stored().id(),
          touch.stored().vector().asOf(),
          touch.stored().score().points(),
          now == null ? "" : now,
          String.join(" ", touch.facts().keySet()),
          String.join(" ", touch.demands()));
    }
  }
}
