package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.product.ProductReading;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.match.DryRun;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the products on the shelf, publishes those of a file, or tries them on all enterprises. */
@Command(
    name = "products",
    mixinStandardHelpOptions = true,
    description =
        "List the products on the shelf; with --add, check a file and publish what it holds; with"
            + " --dry-run, count whom a file's products would take and change nothing.")
final class ProductsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--add", paramLabel = "FILE", description = "products as JSON")
  private @Nullable Path add;

  @Option(names = "--dry-run", paramLabel = "FILE", description = "products as JSON")
  private @Nullable Path tried;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Platform platform = state.open()) {
      if (tried != null) {
        tryOut(platform, read(platform, tried), out);
        return 0;
      }
      if (add != null) {
        platform.shelf().publish(read(platform, add));
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

  private static List<LoanProduct> read(Platform platform, Path file) throws IOException {
    ProductReading reading = platform.shelf().json().read(Files.readString(file));
    if (!reading.sound()) {
      Problem first = reading.problems().get(0);
      throw new Failure(
          "%s: %s %s (%d problems in all)"
              .formatted(file, first.path(), first.message(), reading.problems().size()));
    }
    return reading.products();
  }

  private void tryOut(Platform platform, List<LoanProduct> products, PrintWriter out) {
    LocalDate day = state.asOf(platform);
    for (LoanProduct product : products) {
      @Nullable LoanProduct before = platform.shelf().find(product.id()).orElse(null);
      DryRun.Report report = platform.market().trials().run(product, before, day);
      out.printf("%s: %d / %d 户可通过 pass%n", product.id(), report.passing(), report.enterprises());
      if (report.compared()) {
        out.printf("  较现行版本 against now: +%d -%d%n", report.gained(), report.lost());
      }
      report
          .byCriterion()
          .forEach(
              one ->
                  out.printf(
                      "  %s: 排除 %d，其中仅因此排除 alone %d%n",
                      one.criterion().zh(), one.failing(), one.failingAlone()));
      report
          .byDistrict()
          .forEach(
              (district, share) ->
                  out.printf("  %s: %d / %d%n", district, share.passing(), share.enterprises()));
      report
          .coverage()
          .warnings(product, platform.attributes())
          .forEach(one -> out.println("  注意 note " + one.path() + ": " + one.words().zh()));
    }
    out.flush();
  }
}
