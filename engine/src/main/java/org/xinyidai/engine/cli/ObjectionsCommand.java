package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.calendar.HolidayNotices;
import org.xinyidai.engine.dispute.CaseFile;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.redress.CaseRefused;
import org.xinyidai.engine.redress.Procedure;
import org.xinyidai.engine.redress.RedressDesk.Taking;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.dispute.Reminder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The office's desk for objections and repairs: what is due, one case, and a step in it. */
@Command(
    name = "objections",
    mixinStandardHelpOptions = true,
    description =
        "异议与修复 List the cases with something left to do and their deadlines; with CASE show one,"
            + " and with --step take a step in it.")
final class ObjectionsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Parameters(arity = "0..1", paramLabel = "CASE", description = "number of a case")
  private @Nullable String id;

  @Option(
      names = "--step",
      paramLabel = "STEP",
      description =
          "objection: ask_source, uphold, correct, remove, annotate, withdraw, answer;"
              + " repair: admit, return, grant, refuse")
  private @Nullable String step;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "the reason or written answer, which the enterprise is told")
  private String note = "";

  @Option(
      names = "--correct",
      paramLabel = "COLUMN=TEXT",
      description = "for the step correct: what a column of the record should say")
  private Map<String, String> correction = Map.of();

  private final WorkingCalendar calendar = HolidayNotices.bundled();

  @Override
  public Integer call() {
    if (id == null && step != null) {
      throw new Failure("--step needs the number of a case; xyd objections lists them");
    }
    try (Platform platform = state.open()) {
      PrintWriter out = spec.commandLine().getOut();
      LocalDate today = ChinaTime.dayOf(platform.clock().instant());
      if (id == null) {
        List<CaseFile> pending = platform.redress().pending();
        out.printf("办理中 open cases: %d%n", pending.size());
        pending.forEach(file -> out.println(line(file, today)));
      } else {
        show(out, step == null ? find(platform, id) : take(platform, id, step), today);
      }
      out.flush();
    }
    return 0;
  }

  private static CaseFile find(Platform platform, String number) {
    return platform.redress().find(number).orElseThrow(() -> noSuchCase(number));
  }

  private CaseFile take(Platform platform, String number, String taken) {
    try {
      return platform
          .redress()
          .take(number, new Taking(taken, "operator xyd", note.strip(), correction))
          .orElseThrow(() -> noSuchCase(number));
    } catch (CaseRefused e) {
      throw new Failure(e.field() + "：" + e.zh() + " (" + e.getMessage() + ")", e);
    }
  }

  private static Failure noSuchCase(String number) {
    return new Failure(number + ": no such case; xyd objections lists those that are open");
  }

  private String line(CaseFile file, LocalDate today) {
    return "%s  %s  %s  %s  %s"
        .formatted(
            file.id(),
            file.kind().titleZh(),
            Procedure.titleZh(file.kind(), file.last().state()),
            file.fact(),
            due(file, today));
  }

  private String due(CaseFile file, LocalDate today) {
    if (!Procedure.isClockRunning(file)) {
      return "";
    }
    Deadline deadline = Procedure.deadline(file, calendar);
    String day =
        deadline instanceof Deadline.On on
            ? on.day().toString()
            : ((Deadline.Unknown) deadline).reason();
    return "期限 due "
        + day
        + Reminder.on(today, deadline).map(r -> " " + r.level().titleZh()).orElse("");
  }

  private void show(PrintWriter out, CaseFile file, LocalDate today) {
    out.println(line(file, today));
    for (CaseFile.Step one : file.steps()) {
      out.printf(
          "  %s  %s  %s: %s%n",
          one.at(), Procedure.titleZh(file.kind(), one.state()), one.by(), one.note());
    }
  }
}
