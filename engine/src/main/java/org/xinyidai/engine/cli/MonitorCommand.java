package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.connectors.monitoring.MonitoringRuleFile;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.learning.LabelFile;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.monitoring.DecisionFile;
import org.xinyidai.engine.monitoring.ModelMonitor;
import org.xinyidai.engine.monitoring.MonitoringText;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.monitoring.MonitoringReport;
import org.xinyidai.models.monitoring.MonitoringRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How the models in use stand, and what monitoring is told to know it. */
@Command(
    name = "monitor",
    mixinStandardHelpOptions = true,
    description = "Show how a model stands: shifts, worth by vintage, overrides, alerts.")
final class MonitorCommand implements Callable<Integer> {
  /** Who tells outcomes that come by the command line. */
  private static final String OPERATOR = "operator";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--model", paramLabel = "ID", description = "default: the champion")
  private @Nullable String model;

  @Option(names = "--take", description = "make the report of --as-of from the kept vectors first")
  private boolean take;

  @Option(
      names = "--recompute",
      description = "make it from the facts as known on --as-of; slower, for any day")
  private boolean recompute;

  @Option(
      names = "--report",
      paramLabel = "DAY",
      description = "the report to show (default: the newest, or the one just made)")
  private @Nullable LocalDate day;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Override
  public Integer call() {
    try (Platform platform = state.open()) {
      ServingModel serving =
          (model == null ? platform.models().champion() : platform.models().find(model))
              .orElseThrow(
                  () -> new Failure("no such model; there are " + platform.scores().modelIds()));
      MonitoringReport report = report(platform, serving);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(new String(StoredJson.write(report), StandardCharsets.UTF_8));
      } else {
        MonitoringText.whole(report, platform.vectors().schema()).forEach(out::println);
      }
      out.flush();
    }
    return 0;
  }

  private MonitoringReport report(Platform platform, ServingModel serving) {
    ModelMonitor monitor = platform.monitor();
    if (take || recompute) {
      try (Progress progress = Progress.ofUnknownLength("monitoring")) {
        return monitor.take(serving, state.asOf(platform), recompute, progress::reach);
      }
    }
    return monitor
        .find(serving.id(), Optional.ofNullable(day))
        .orElseThrow(
            () ->
                new Failure(
                    "no report of %s%s; there are %s; make one with --take"
                        .formatted(
                            serving.id(),
                            day == null ? "" : " on " + day,
                            monitor.days(serving.id()))));
  }

  @Command(
      name = "outcomes",
      mixinStandardHelpOptions = true,
      description = "Keep what became of those who were scored: CSV with uscc, observedOn, bad.")
  int outcomes(@Mixin ExistingState here, @Parameters(paramLabel = "FILE") Path file)
      throws UnreadableFile {
    try (Platform platform = here.open()) {
      say(
          platform.monitor().results().keepOutcomes(LabelFile.read(file), OPERATOR)
              + " outcomes kept");
    }
    return 0;
  }

  @Command(
      name = "decisions",
      mixinStandardHelpOptions = true,
      description = "Keep what lenders decided: CSV with uscc, lender, decidedOn, approved.")
  int decisions(@Mixin ExistingState here, @Parameters(paramLabel = "FILE") Path file)
      throws UnreadableFile {
    try (Platform platform = here.open()) {
      say(platform.monitor().results().keepDecisions(DecisionFile.read(file)) + " decisions kept");
    }
    return 0;
  }

  @Command(
      name = "rules",
      mixinStandardHelpOptions = true,
      description = "Print the thresholds in force as JSON, or put those of a file in force.")
  int rules(@Mixin ExistingState here, @Parameters(arity = "0..1", paramLabel = "FILE") Path file)
      throws IOException {
    try (Platform platform = here.open()) {
      if (file != null) {
        platform.monitor().declare(read(file));
      }
      say(new String(MonitoringRuleFile.write(platform.monitor().rules()), StandardCharsets.UTF_8));
    }
    return 0;
  }

  private static MonitoringRules read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      return MonitoringRuleFile.read(bytes);
    } catch (IOException e) {
      throw new Failure(file + ": not rules of monitoring: " + e.getMessage());
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
