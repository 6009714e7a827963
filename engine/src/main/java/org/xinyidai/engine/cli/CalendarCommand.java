package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.filing.CalendarEntry;
import org.xinyidai.engine.filing.Duty;
import org.xinyidai.engine.filing.Office;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.FilingPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which reports the office owes when; with --owe it owes one more. */
@Command(
    name = "calendar",
    mixinStandardHelpOptions = true,
    description =
        "报送日历 List the reports that are due with their reminders by working days; with --owe PACK"
            + " say that one is owed from a period on.")
final class CalendarCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--owe", paramLabel = "PACK", description = "a pack that is to be reported")
  private @Nullable String pack;

  @Option(
      names = "--since",
      paramLabel = "PERIOD",
      description = "with --owe: the first period, such as 2026-10, 2026-Q4 or 2026")
  private @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "PERIOD",
      description = "with --owe: the last period (default: it goes on)")
  private @Nullable String until;

  @Override
  public Integer call() {
    try (Platform platform = state.open()) {
      Office office = OpenOffice.of(platform);
      if (pack != null) {
        owe(platform, office, pack);
      }
      LocalDate today = OpenOffice.today(platform);
      print(spec.commandLine().getOut(), office, today);
    }
    return 0;
  }

  private void owe(Platform platform, Office office, String id) {
    if (office.reports().assessments().pack(id).isEmpty()) {
      throw new Failure(id + ": no such pack; xyd report lists what is known");
    }
    FilingPeriod first = period("--since", since);
    String last = until == null ? null : period("--until", until).code();
    platform
        .store()
        .execute(
            changes ->
                office
                    .duties()
                    .put(
                        changes,
                        new Duty(
                            id,
                            first.kind().code(),
                            first.code(),
                            last,
                            "operator",
                            changes.instant())));
  }

  private static FilingPeriod period(String option, @Nullable String text) {
    return FilingPeriod.parse(text == null ? "" : text)
        .orElseThrow(() -> new Failure(option + " takes 2026-10, 2026-Q4 or 2026"));
  }

  private static void print(PrintWriter out, Office office, LocalDate today) {
    List<CalendarEntry> entries = office.calendar().entries(today);
    out.printf(
        "报送日历 calendar, today %s, 工作日历至 working days known to %s%n",
        today, office.calendar().days().knownTo());
    for (CalendarEntry entry : entries) {
      out.printf(
          "  %s  %s  截止 due %s  %s%s%n",
          entry.pack(),
          entry.period().titleZh(),
          entry.dueOn(),
          entry.state().titleZh(),
          entry.first().map(filing -> "  " + filing.id()).orElse(""));
      for (CalendarEntry.Reminder one : entry.reminders()) {
        String day =
            one.day() instanceof Deadline.On on
                ? on.day().toString()
                : one.day() instanceof Deadline.Unknown unknown ? unknown.reason() : "";
        out.printf("    %s: %s%n", one.reminder().titleZh(), day);
      }
    }
    if (entries.isEmpty()) {
      out.printf("  尚未设定报送任务 nothing is owed: xyd calendar --owe PACK --since PERIOD%n");
    }
    out.flush();
  }
}
