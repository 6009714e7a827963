package org.xinyidai.engine.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.store.KeyPlace;
import picocli.CommandLine.Option;

/** Where the master key of a state lies: shared by all commands that open one. */
final class KeyOption {
  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "master key of the state (default: what XYD_KEY_FILE names, else the state folder's name"
              + " with .key behind it)")
  private @Nullable Path file;

  /** The file for a state folder. */
  Path of(Path folder) {
    return KeyPlace.of(folder, file);
  }
}
