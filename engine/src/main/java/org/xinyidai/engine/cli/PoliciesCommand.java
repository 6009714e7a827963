package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.product.PolicyReading;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.product.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the policy tools of the city, or takes those of a file. */
@Command(
    name = "policies",
    mixinStandardHelpOptions = true,
    description =
        "List the policy tools (subsidies, guarantees, funds); with --add, take a file's.")
final class PoliciesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--add", paramLabel = "FILE", description = "policy tools as JSON")
  private @Nullable Path add;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Platform platform = state.open()) {
      if (add != null) {
        take(platform, add);
      }
      platform
          .market()
          .policies()
          .newest()
          .forEach(
              tool ->
                  out.printf(
                      "%s v%d  %s %s：%s%n",
                      tool.id(),
                      tool.version(),
                      tool.measure().title().zh(),
                      tool.name().zh(),
                      tool.measure().words().zh()));
      out.flush();
    }
    return 0;
  }

  private static void take(Platform platform, Path file) throws IOException {
    PolicyReading reading = platform.market().policies().json().read(Files.readString(file));
    if (!reading.sound()) {
      Problem first = reading.problems().get(0);
      throw new Failure(
          "%s: %s %s (%d problems in all)"
              .formatted(file, first.path(), first.message(), reading.problems().size()));
    }
    platform.market().policies().put(reading.tools());
  }
}
