package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.feedback.Difference;
import org.xinyidai.engine.feedback.Feedback;
import org.xinyidai.engine.feedback.Ledger.By;
import org.xinyidai.engine.feedback.LedgerLine;
import org.xinyidai.engine.feedback.RecordState;
import org.xinyidai.engine.feedback.Recorded;
import org.xinyidai.engine.feedback.Tier;
import org.xinyidai.engine.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the ledger of what was returned to the nodes, what waits for people, or one record. */
@Command(
    name = "feedback",
    mixinStandardHelpOptions = true,
    description =
        "回传台账 Show what arose, was sent, accepted, rejected and mended, and what waits for people;"
            + " with RECORD show one result.")
final class FeedbackCommand implements Callable<Integer> {
  /** What fits a terminal and a working day. */
  private static final int MOST_WAITING = 50;

  private static final int USUAL_DAYS = 30;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--from", paramLabel = "DAY", description = "first day (default: 30 days ago)")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "last day (default: today)")
  private @Nullable LocalDate to;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      defaultValue = "all",
      description = "a line for each day, month, lender or district, or for all (default: all)")
  private String by = "all";

  @Parameters(arity = "0..1", paramLabel = "RECORD", description = "id of a result")
  private @Nullable String id;

  @Override
  public Integer call() {
    By lines =
        By.ofCode(by)
            .orElseThrow(() -> new Failure("--by takes all, day, month, lender or district"));
    try (Platform platform = state.open()) {
      Feedback feedback = Feedback.of(platform);
      PrintWriter out = spec.commandLine().getOut();
      if (id != null) {
        show(out, feedback, id);
      } else {
        for (Tier tier : Tier.values()) {
          ledger(out, feedback, tier, lines);
        }
      }
      out.flush();
    }
    return 0;
  }

  private void ledger(PrintWriter out, Feedback feedback, Tier tier, By lines) {
    LocalDate last = to != null ? to : feedback.today();
    LocalDate first = from != null ? from : last.minusDays(USUAL_DAYS);
    out.printf("%s %s (%s – %s)%n", tier.titleZh(), tier.code(), first, last);
    for (LedgerLine line : feedback.ledger().lines(tier, first, last, scope -> true, lines)) {
      out.println("  " + FeedbackText.line(line));
    }
    List<Recorded> waiting =
        feedback.records().waiting(tier, scope -> true, "", MOST_WAITING).records();
    for (Recorded one : waiting) {
      RecordState stands = one.at(tier);
      out.printf(
          "  待处理 waits: %s  %s  %s  %s%n",
          one.held().entry().id(), stands.standing().titleZh(), stands.code(), stands.reason());
    }
    for (Difference one : feedback.reconciler().open(tier, MOST_WAITING)) {
      out.printf("  对账差异 difference: %s  %s  %s%n", one.id(), one.kind().titleZh(), one.day());
    }
  }

  private static void show(PrintWriter out, Feedback feedback, String wanted) {
    Recorded one =
        Optional.of(wanted)
            .flatMap(feedback.records()::find)
            .orElseThrow(() -> new Failure(wanted + ": no such result"));
    out.println(one.held().entry().payload());
    for (Tier tier : Tier.values()) {
      RecordState stands = one.at(tier);
      out.printf(
          "%s %s: %s  batch %d  %s %s%n",
          tier.titleZh(),
          tier.code(),
          stands.standing().titleZh(),
          stands.batch(),
          stands.code() == null ? "" : stands.code(),
          stands.reason());
    }
  }
}
