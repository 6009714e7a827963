package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.product.ProductReading;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the products on the shelf, or publishes those of a file. */
@Command(
    name = "products",
    mixinStandardHelpOptions = true,
    description =
        "List the products on the shelf; with --add, check a file and publish what it holds.")
final class ProductsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--add", paramLabel = "FILE", description = "products as JSON")
  private @Nullable Path add;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Platform platform = state.open()) {
      if (add != null) {
        publish(platform, add);
      }
      for (LoanProduct product : platform.shelf().all()) {
        out.printf(
            "%s v%d  %s %s  %d criteria%n",
            product.id(),
            product.version(),
            product.lender().name().zh(),
            product.name().zh(),
            product.criteria().size());
      }
      out.flush();
    }
    return 0;
  }

  private static void publish(Platform platform, Path file) throws IOException {
    ProductReading reading = platform.shelf().json().read(Files.readString(file));
    if (!reading.sound()) {
      Problem first = reading.problems().get(0);
      throw new Failure(
          "%s: %s %s (%d problems in all)"
              .formatted(file, first.path(), first.message(), reading.problems().size()));
    }
    platform.shelf().publish(reading.products());
  }
}
