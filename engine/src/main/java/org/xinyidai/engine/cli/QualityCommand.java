package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.report.ReportFiles;
import org.xinyidai.connectors.report.ReportTable;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.quality.QualityDesk.Quality;
import org.xinyidai.engine.quality.QualityReport.Filter;
import org.xinyidai.engine.quality.QualityTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reports the quality of a month: rates on the terminal or as a file, items of the scheme. */
@Command(
    name = "quality",
    mixinStandardHelpOptions = true,
    description = "数据质量月报: rates by feed, source and district, points, wrong codes, owed reports.")
final class QualityCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--month", paramLabel = "MONTH", description = "such as 2026-10; default: this")
  private @Nullable YearMonth month;

  @Option(names = "--feed", paramLabel = "FEED", defaultValue = "", description = "one feed only")
  private String feed = "";

  @Option(names = "--source", paramLabel = "NAME", defaultValue = "", description = "one source")
  private String source = "";

  @Option(
      names = "--district",
      paramLabel = "DIGITS",
      defaultValue = "",
      description = "a district of six digits, or all that begin so")
  private String district = "";

  @Option(names = "--out", paramLabel = "FILE", description = "write there: .xlsx or .csv")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    try (Platform platform = state.open()) {
      YearMonth asked = month == null ? platform.quality().thisMonth() : month;
      Quality quality = platform.quality().month(asked, new Filter(feed, source, district));
      if (out == null) {
        print(QualityTables.lines(quality.report()));
      } else {
        write(quality, out);
      }
      QualityTables.all(quality).stream().skip(1).forEach(this::print);
    }
    return 0;
  }

  private static void write(Quality quality, Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(".xlsx") && !name.endsWith(".csv")) {
      throw new Failure(name + ": the name must end in .xlsx or .csv");
    }
    try (OutputStream bytes = Files.newOutputStream(file)) {
      if (name.endsWith(".csv")) {
        ReportFiles.csv(QualityTables.lines(quality.report()), bytes);
      } else {
        ReportFiles.xlsx(QualityTables.all(quality), bytes);
      }
    }
  }

  private void print(ReportTable table) {
    PrintWriter terminal = spec.commandLine().getOut();
    if (table.rows().isEmpty()) {
      return;
    }
    terminal.println("# " + table.title());
    terminal.println(String.join("\t", table.columns()));
    for (List<Object> row : table.rows()) {
      terminal.println(row.stream().map(Object::toString).collect(Collectors.joining("\t")));
    }
    terminal.flush();
  }
}
