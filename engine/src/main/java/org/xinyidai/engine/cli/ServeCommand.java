package org.xinyidai.engine.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.drop.DropLimits;
import org.xinyidai.engine.drop.DropIntake;
import org.xinyidai.engine.drop.DropWatch;
import org.xinyidai.engine.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a platform over HTTP until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serve the platform of a state folder over HTTP, a new one where there is none.")
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StateOption state = new StateOption();

  @Mixin private Listening listening = new Listening();

  @Option(
      names = "--drop",
      paramLabel = "FOLDER",
      description = "also take files that are dropped there, each with its manifest")
  private @Nullable Path drop;

  @Override
  public Integer call() {
    listening.begin();
    try (Platform platform = state.open()) {
      if (drop == null) {
        listening.serve(platform, state.folder, spec.commandLine().getOut());
      } else {
        serveAndWatch(platform, drop);
      }
    }
    return 0;
  }

  /** Fails with one line where a value makes no sense. */
  void check() {
    listening.check();
  }

  private void serveAndWatch(Platform platform, Path watched) {
    DropIntake intake = new DropIntake(platform.ingest(), DropLimits.STANDARD);
    try (DropWatch watch = DropWatch.start(DropCommand.open(watched), intake)) {
      spec.commandLine().getOut().printf("drop folder 投递目录: %s%n", watch);
      listening.serve(platform, state.folder, spec.commandLine().getOut());
    }
  }
}
