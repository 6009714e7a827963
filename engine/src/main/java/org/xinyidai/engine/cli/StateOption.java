package org.xinyidai.engine.cli;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The folder that holds everything: shared by all commands that work on a platform's state. */
final class StateOption {
  @Mixin ConfigOption config = new ConfigOption();

  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      defaultValue = "state/platform",
      description = "folder that keeps the platform's state (default: ${DEFAULT-VALUE})")
  Path folder = Path.of("state/platform");
}
