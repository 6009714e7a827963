package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.lending.Applications;
import org.xinyidai.engine.lending.Funnel;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.ApplicationState;
import org.xinyidai.models.financing.application.Passage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The funnel of applications, those past their time, and one with its history. */
@Command(
    name = "applications",
    mixinStandardHelpOptions = true,
    description =
        "融资申请 Count the applications by state and list those past their time; with APPLICATION show"
            + " one with every step.")
final class ApplicationsCommand implements Callable<Integer> {
  /** What fits a terminal and a working day. */
  private static final int MOST_OVERDUE = 50;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Parameters(arity = "0..1", paramLabel = "APPLICATION", description = "number of an application")
  private @Nullable String id;

  @Override
  public Integer call() {
    try (Platform platform = state.open()) {
      Loans loans = Loans.of(platform, new Accounts(platform.store(), new SecureRandom()));
      PrintWriter out = spec.commandLine().getOut();
      if (id == null) {
        funnel(out, loans);
      } else {
        show(out, loans, id);
      }
      out.flush();
    }
    return 0;
  }

  private static void funnel(PrintWriter out, Loans loans) {
    Funnel funnel = loans.funnel(mark -> true);
    out.printf("申请 applications: %d, 超时 past their time: %d%n", funnel.total(), funnel.overdue());
    for (ApplicationState each : ApplicationState.values()) {
      if (funnel.in(each) > 0) {
        out.printf("  %s %s: %d%n", each.titleZh(), each.titleEn(), funnel.in(each));
      }
    }
    Applications.Page late =
        loans.applications().all(mark -> mark.overdue(loans.today()), "", MOST_OVERDUE);
    for (Application one : late.applications()) {
      out.printf(
          "  超时 %s  %s  %s  %s%n",
          one.id(), one.filing().target().lender(), one.state().titleZh(), one.filing().at());
    }
    if (late.next() != null) {
      out.printf("  只列出前%d笔 only the first %d are listed%n", MOST_OVERDUE, MOST_OVERDUE);
    }
  }

  private static void show(PrintWriter out, Loans loans, String number) {
    Application one =
        Optional.of(number)
            .filter(ApplicationId::isWellFormed)
            .flatMap(text -> loans.applications().find(new ApplicationId(text)))
            .orElseThrow(() -> new Failure(number + ": no such application"));
    out.printf(
        "%s  %s  %s  %s%n",
        one.id(),
        one.filing().target().lender(),
        one.filing().target().name().zh(),
        one.state().titleZh());
    for (Passage step : one.history()) {
      out.printf(
          "  %s  %s %s：%s %s%n",
          step.at(), step.by().titleZh(), step.step().titleZh(), step.details(), step.note());
    }
  }
}
