package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.xinyidai.connectors.feed.ReadLimits;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.quality.FigureFile;
import org.xinyidai.engine.quality.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Enters and lists the figures that the platform cannot know. */
@Command(
    name = "figures",
    mixinStandardHelpOptions = true,
    description =
        "人工填报: enter what the platform cannot know, such as what was due; who and when stay.")
final class FiguresCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "set", description = "enter one value, or with an empty one take it back")
  int set(
      @Mixin ExistingState state,
      @Parameters(paramLabel = "MONTH", description = "such as 2026-10") String month,
      @Parameters(
              paramLabel = "NAME",
              description =
                  "due, concealed (of a feed), market_subjects, population, legal_persons, adults,"
                      + " adults_covered, commitments, person_utility_records,"
                      + " five_types_reported, five_types_conforming, code_errors_found,"
                      + " code_errors_put_right, hotline_received, hotline_solved,"
                      + " hotline_satisfied")
          String name,
      @Parameters(paramLabel = "VALUE", description = "a whole number") String value,
      @Option(names = "--feed", defaultValue = "", description = "for due and concealed")
          String feed,
      @Option(names = "--source", defaultValue = "", description = "who reports") String source,
      @Option(names = "--district", defaultValue = "", description = "six digits") String district,
      @Option(names = "--by", required = true, paramLabel = "PERSON", description = "who enters")
          String by,
      @Option(names = "--note", defaultValue = "", description = "where it comes from")
          String note) {
    FigureFile.Checked checked =
        FigureFile.check(new FigureFile.Told(month, name, feed, source, district, value, note));
    FigureFile.Fault fault = checked.fault();
    if (fault != null) {
      throw new Failure(fault.field() + " " + fault.reason());
    }
    Figures.Draft draft = Objects.requireNonNull(checked.draft());
    try (Platform platform = state.open()) {
      platform.quality().figures().enter(List.of(draft), by).forEach(this::print);
    }
    return 0;
  }

  @Command(name = "import", description = "CSV: month,name,feed,source,district,value,note")
  int take(
      @Mixin ExistingState state,
      @Parameters(paramLabel = "FILE", description = "all rows are sound or none is taken")
          Path file,
      @Option(names = "--by", required = true, paramLabel = "PERSON", description = "who enters")
          String by)
      throws IOException {
    List<Figures.Draft> drafts = FigureFile.read(Files.newInputStream(file), ReadLimits.DEFAULT);
    try (Platform platform = state.open()) {
      platform.quality().figures().enter(drafts, by).forEach(this::print);
    }
    return 0;
  }

  @Command(name = "list", description = "every value that was entered for a month")
  int list(
      @Mixin ExistingState state,
      @Parameters(paramLabel = "MONTH", description = "such as 2026-10") YearMonth month) {
    try (Platform platform = state.open()) {
      platform.quality().figures().history(month).forEach(this::print);
    }
    return 0;
  }

  private void print(Figures.Entry entry) {
    PrintWriter out = spec.commandLine().getOut();
    Figures.Subject subject = entry.subject();
    String where = String.join(" ", subject.feed(), subject.source(), subject.district()).strip();
    out.printf(
        "%s %s %s = %s  (%s %s %s)%n",
        subject.month(),
        subject.figure().id(),
        where,
        entry.value() == null ? "撤回" : entry.value(),
        entry.by(),
        entry.at(),
        entry.note());
    out.flush();
  }
}
