package org.xinyidai.engine.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.demo.CityDemo;
import org.xinyidai.engine.demo.InvoiceDemo;
import org.xinyidai.engine.demo.MonthDemo;
import org.xinyidai.engine.demo.Show;
import org.xinyidai.engine.demo.Stopwatch;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the main job from end to end, on a simulated city or on real invoices, and serves it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Run the main job on a simulated city, or with --data on real invoices; then serve.")
final class DemoCommand implements Callable<Integer> {
  /** One firm makes a city, if a dull one. */
  private static final int LEAST_ENTERPRISES = 1;

  /** What the simulator keeps in memory, and what a demonstration's patience bears. */
  private static final int MOST_ENTERPRISES = 1_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "real invoices in the layout of the contest data cumcm2020c")
  private @Nullable Path data;

  @Option(names = "--state", paramLabel = "FOLDER", description = "where the state is kept")
  private @Nullable Path state;

  @Option(names = "--report", paramLabel = "FILE", description = "write all results as JSON there")
  private @Nullable Path report;

  @Option(names = "--no-serve", description = "end after the summary")
  private boolean noServe;

  @Option(
      names = "--enterprises",
      defaultValue = "5000",
      description = "size of the simulated city (default: ${DEFAULT-VALUE})")
  private int enterprises = 5_000;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "of the simulated city (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--month",
      description =
          "one month of a city of any size instead of three years: taken in, resolved, scored, "
              + "reported, and every feature computed again for comparison")
  private boolean month;

  @Mixin private Listening listening = new Listening();

  @Override
  public Integer call() throws IOException {
    listening.begin();
    if (data != null && !Files.isDirectory(data)) {
      throw new Failure(data + ": no such folder; name the one that holds the data");
    }
    if (enterprises < LEAST_ENTERPRISES || enterprises > MOST_ENTERPRISES) {
      throw new Failure(
          "--enterprises must lie between %d and %d"
              .formatted(LEAST_ENTERPRISES, MOST_ENTERPRISES));
    }
    Path folder = state != null ? state : Path.of("state", usualFolder());
    PrintWriter out = spec.commandLine().getOut();
    Show show = new TerminalShow(out, spec.commandLine().getErr());
    boolean sound = true;
    try (Platform platform = Platform.open(folder, Clock.systemUTC())) {
      CityDemo.Plan plan = new CityDemo.Plan(seed, enterprises);
      if (data != null) {
        write(new InvoiceDemo(data, platform, show).run());
      } else if (month) {
        Stopwatch watch = new Stopwatch(System::nanoTime);
        sound = new MonthDemo(folder, platform, show, plan, watch).run();
        out.println("heap 堆内存: " + HeapText.peak());
      } else {
        Accounts accounts = new Accounts(platform.store(), new SecureRandom());
        new CityDemo(folder, platform, accounts, show, plan).run();
        new DemoFeedback(folder, platform, show).run();
      }
      if (!noServe) {
        listening.serve(platform, folder, out);
      }
    }
    return sound ? 0 : 1;
  }

  private String usualFolder() {
    return data != null ? "cumcm2020c" : month ? "city-month" : "city";
  }

  private void write(Object result) throws IOException {
    if (report != null) {
      Path parent = report.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValue(report.toFile(), result);
      spec.commandLine().getOut().println("report: " + report);
    }
  }
}
