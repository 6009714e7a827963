package org.xinyidai.engine.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.demo.InvoiceDemo;
import org.xinyidai.engine.demo.InvoiceReport;
import org.xinyidai.engine.demo.Show;
import org.xinyidai.engine.platform.Platform;
import picocli.CommandLine.Command;
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

  @Override
  public Integer call() throws IOException {
    Show show = new TerminalShow(spec.commandLine().getOut(), spec.commandLine().getErr());
    if (data != null) {
      Path folder = state == null ? Path.of("state", "cumcm2020c") : state;
      try (Platform platform = Platform.open(folder, Clock.systemUTC())) {
        InvoiceReport result = new InvoiceDemo(data, platform, show).run();
        write(result);
      }
    }
    return 0;
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
