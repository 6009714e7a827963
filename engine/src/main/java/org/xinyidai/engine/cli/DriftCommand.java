package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.catalogue.FeatureTable;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.distribution.DriftReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which feed, month and district moved since a base period. */
@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    description = "Say which feed, month and district moved in the snapshots after a base period.")
final class DriftCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DAY",
      description = "first day of the base period")
  private LocalDate from = LocalDate.EPOCH;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "last day of the base period (default: the same)")
  private @Nullable LocalDate until;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write every feature, month and district to FILE.csv or FILE.xlsx")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (out != null) {
      ReportOutput.check(out);
    }
    try (Platform platform = state.open()) {
      LocalDate last = Optional.ofNullable(until).orElse(from);
      DriftReport report =
          platform
              .catalogue()
              .drift(from, last)
              .orElseThrow(
                  () ->
                      new Failure(
                          "no snapshot from %s until %s; there are %s; take one with xyd features"
                              .formatted(from, last, platform.catalogue().days())));
      PrintWriter print = spec.commandLine().getOut();
      print.printf("基期止于 %s，比较 %s%n", report.base(), report.months());
      if (report.episodes().isEmpty()) {
        print.println("没有漂移");
      }
      report.episodes().forEach(episode -> print.println(FeatureTable.sentence(episode)));
      if (out != null) {
        ReportOutput.write(FeatureTable.of(report), out);
        print.println(out);
      }
      print.flush();
    }
    return 0;
  }
}
