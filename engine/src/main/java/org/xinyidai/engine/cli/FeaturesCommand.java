package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.catalogue.Catalogue;
import org.xinyidai.engine.catalogue.FeatureTable;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.distribution.Bar;
import org.xinyidai.models.distribution.Distribution;
import org.xinyidai.models.distribution.FeatureStatus;
import org.xinyidai.models.distribution.Population;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how every feature stands, on the terminal or in a file. */
@Command(
    name = "features",
    mixinStandardHelpOptions = true,
    description =
        "Show every feature with coverage, distribution, freshness and PSI, out of a snapshot.")
final class FeaturesCommand implements Callable<Integer> {
  private static final int BAR_WIDTH = 40;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "one feature, with its histogram")
  private @Nullable String name;

  @Option(names = "--take", description = "take a snapshot of the kept vectors first")
  private boolean take;

  @Option(
      names = "--recompute",
      description = "take a snapshot of --as-of from the facts first; slower, for any day")
  private boolean recompute;

  @Option(
      names = "--snapshot",
      paramLabel = "DAY",
      description = "the snapshot to show (default: the newest, or the one just taken)")
  private @Nullable LocalDate snapshot;

  @Option(names = "--base", paramLabel = "DAY", description = "the snapshot to hold it against")
  private @Nullable LocalDate base;

  @Option(names = "--out", paramLabel = "FILE", description = "write FILE.csv or FILE.xlsx")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (out != null) {
      ReportOutput.check(out);
    }
    try (Platform platform = state.open()) {
      Catalogue catalogue = platform.catalogue();
      Optional<LocalDate> taken = take(platform);
      Population now = found(catalogue, Optional.ofNullable(snapshot).or(() -> taken));
      Optional<Population> before =
          Optional.ofNullable(base).map(day -> found(catalogue, Optional.of(day)));
      show(catalogue.statuses(now, before), now);
    }
    return 0;
  }

  private Optional<LocalDate> take(Platform platform) {
    if (!take && !recompute) {
      return Optional.empty();
    }
    try (Progress progress = Progress.ofUnknownLength("counting")) {
      Population taken =
          recompute
              ? platform
                  .catalogue()
                  .take(state.asOf(platform), state.knownAt(platform), progress::reach)
              : platform.catalogue().take(progress::reach);
      return Optional.of(taken.asOf());
    }
  }

  private void show(List<FeatureStatus> statuses, Population now) throws IOException {
    PrintWriter print = spec.commandLine().getOut();
    print.printf("特征快照 %s，%,d 家企业%n", now.asOf(), now.enterprises());
    if (out != null) {
      ReportOutput.write(FeatureTable.of(statuses), out);
      print.println(out);
    } else if (name != null) {
      detail(print, named(statuses, name));
    } else {
      statuses.forEach(status -> line(print, status));
    }
    print.flush();
  }

  private static void line(PrintWriter print, FeatureStatus status) {
    Distribution spread = status.distribution();
    print.printf(
        "%-42s 有值 %6.2f%%  中位 %-14.6g PSI %-7s %s%s%n",
        status.feature().name(),
        100 * spread.coverage(),
        spread.quantile(0.5),
        status.stability().isPresent() ? "%.3f".formatted(status.stability().getAsDouble()) : "-",
        status.feature().titleZh(),
        status.level().map(level -> "  [" + level.titleZh() + "]").orElse(""));
  }

  private static void detail(PrintWriter print, FeatureStatus status) {
    line(print, status);
    print.println(status.feature().missingRule());
    List<Bar> bars = Bar.histogram(status.distribution());
    long most = bars.stream().mapToLong(Bar::count).max().orElse(1);
    for (Bar bar : bars) {
      String strip = "#".repeat((int) ((bar.count() * BAR_WIDTH + most - 1) / most));
      print.printf("%14.6g .. %-14.6g %,10d %s%n", bar.from(), bar.to(), bar.count(), strip);
    }
  }

  private static FeatureStatus named(List<FeatureStatus> statuses, String name) {
    return statuses.stream()
        .filter(status -> status.feature().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Failure("no feature " + name + "; xyd features lists them all"));
  }

  private static Population found(Catalogue catalogue, Optional<LocalDate> day) {
    return catalogue
        .find(day)
        .orElseThrow(
            () ->
                new Failure(
                    "no snapshot%s; there are %s; take one with --take or --recompute"
                        .formatted(
                            day.map(wanted -> " of " + wanted).orElse(""), catalogue.days())));
  }
}
