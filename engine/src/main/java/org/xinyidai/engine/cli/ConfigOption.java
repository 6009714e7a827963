package org.xinyidai.engine.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Names the file of settings; {@link Settings} reads it before any other option gets its value. */
final class ConfigOption {
  static final String NAME = "--config";

  @Option(
      names = NAME,
      paramLabel = "FILE",
      description = "settings to use where the command line says nothing; xyd config shows all")
  @Nullable Path file;
}
