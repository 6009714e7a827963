package org.xinyidai.engine.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.xinyidai.engine.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

  @Override
  public Integer call() {
    try (Platform platform = Platform.open(state.folder, Clock.systemUTC())) {
      listening.serve(platform, state.folder, spec.commandLine().getOut());
    }
    return 0;
  }
}
