package org.xinyidai.engine.cli;

import java.nio.file.Path;
import java.time.Clock;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
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

  @Mixin private KeyOption key = new KeyOption();

  /** Opens the state, a new one where there is none. */
  Platform open() {
    return Platform.open(folder, key.of(folder), Clock.systemUTC());
  }

  /** Opens the store alone. */
  Store openStore() {
    return Store.open(folder, StoreOptions.standard().sealedBy(key.of(folder)));
  }
}
