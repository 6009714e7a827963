package org.xinyidai.engine.cli;

import java.util.concurrent.Callable;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.BackfillProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fills a new feature into the vectors that were kept before it was declared. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    description =
        "Fill a new feature into every kept vector; goes on where an interrupted run stopped.")
final class BackfillCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Parameters(paramLabel = "FEATURE", description = "name of a feature of the catalogue")
  private String feature = "";

  @Override
  public Integer call() {
    try (Platform platform = state.open();
        Progress progress = Progress.ofUnknownLength("backfill")) {
      if (!platform.backfill().knows(feature)) {
        throw new Failure("no feature " + feature + "; docs/features.md lists them all");
      }
      BackfillProgress end =
          platform.backfill().run(feature, step -> progress.reach(step.examined()));
      spec.commandLine()
          .getOut()
          .printf(
              "%s: schema %d, %,d vectors examined, %,d filled%n",
              feature, end.schemaVersion(), end.examined(), end.filled());
      spec.commandLine().getOut().flush();
    }
    return 0;
  }
}
