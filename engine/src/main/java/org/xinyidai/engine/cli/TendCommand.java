package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.xinyidai.engine.complaint.ComplaintDesk;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.lending.Tending.Tended;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.financing.application.ReminderLevel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Reminds lenders of applications that wait, ends what lapsed and brings late complaints before the
 * office; each once.
 */
@Command(
    name = "tend",
    mixinStandardHelpOptions = true,
    description =
        "催办与失效 Remind lenders of applications that wait and end what lapsed, as a running server does"
            + " every hour; run as often as you like.")
final class TendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Override
  public Integer call() {
    try (Platform platform = state.open()) {
      Accounts accounts = new Accounts(platform.store(), new SecureRandom());
      Loans loans = Loans.of(platform, accounts);
      int late = ComplaintDesk.of(platform, loans, accounts).escalate(loans.today());
      Tended done = loans.tending().tend(loans.today());
      PrintWriter out = spec.commandLine().getOut();
      out.printf("在办 in progress: %d%n", done.looked());
      for (ReminderLevel level : ReminderLevel.values()) {
        out.printf(
            "催办 reminded %s: %d%n", level.title().zh(), done.reminded().getOrDefault(level, 0L));
      }
      out.printf("失效 expired: %d%n", done.expired());
      out.printf("投诉超时督办 complaints past their term: %d%n", late);
      out.printf(
          "报送提醒 reports reminded of: %d%n",
          OpenOffice.of(platform).reminders().tend(loans.today()));
      if (done.beyondCalendar()) {
        spec.commandLine()
            .getErr()
            .printf(
                "工作日历只到 the working days are known to %s only: 请补录放假通知%n",
                loans.calendar().knownTo());
      }
      out.flush();
    }
    return 0;
  }
}
