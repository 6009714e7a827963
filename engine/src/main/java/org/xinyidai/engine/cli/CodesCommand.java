package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xinyidai.connectors.feed.ReadLimits;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.resolution.CodeMap;
import org.xinyidai.engine.resolution.CodeMapFile;
import org.xinyidai.engine.resolution.Round;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The map of old codes to new ones: takes a file in, or writes the whole map. */
@Command(
    name = "codes",
    mixinStandardHelpOptions = true,
    description = "新旧代码映射库: import or export the map of old codes to unified ones, whole.")
final class CodesCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "import", description = "take a CSV in: oldCode,uscc,source; waiting rows follow")
  int take(
      @Mixin ExistingState state,
      @Parameters(paramLabel = "FILE", description = "CSV, UTF-8 or GB18030, plain or gzip")
          Path file)
      throws IOException {
    try (Platform platform = state.open()) {
      CodeMap codes = new CodeMap(platform.store());
      String name = String.valueOf(file.getFileName());
      CodeMapFile.Taken taken =
          CodeMapFile.read(Files.newInputStream(file), ReadLimits.DEFAULT, name, codes);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "received %,d = accepted %,d + rejected %,d%n",
          taken.received(), taken.accepted(), taken.rejected());
      taken
          .faults()
          .forEach(f -> out.printf("  line %d %s: %s%n", f.line(), f.field(), f.reason()));
      Round round = platform.resolution().codesLearnt();
      out.printf(
          "weighed again: filed %d, queued %d, unresolved %d%n",
          round.filed(), round.queued(), round.unresolved());
    }
    return 0;
  }

  @Command(name = "export", description = "write the whole map as CSV")
  int write(
      @Mixin ExistingState state,
      @Option(names = "--out", required = true, paramLabel = "FILE", description = "where to")
          Path out)
      throws IOException {
    try (Platform platform = state.open();
        OutputStream file = Files.newOutputStream(out)) {
      CodeMapFile.write(new CodeMap(platform.store()), file);
    }
    return 0;
  }
}
