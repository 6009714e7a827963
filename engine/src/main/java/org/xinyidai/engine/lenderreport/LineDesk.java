package org.xinyidai.engine.lenderreport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.lenderreport.DifferenceDesk.Place;
import org.xinyidai.engine.lenderreport.LineAnswer.Result;
import org.xinyidai.engine.lending.ApplicationRefused;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.financing.application.Actor;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.application.Step;
import org.xinyidai.models.financing.application.Workflow.Moment;
import org.xinyidai.models.financing.report.Difference;
import org.xinyidai.models.financing.report.LineFault;
import org.xinyidai.models.financing.report.Reconciler;
import org.xinyidai.models.financing.report.Reconciliation;
import org.xinyidai.models.financing.report.ReportField;
import org.xinyidai.models.financing.report.ReportedLoan;

/**
 * Takes in one line (报送行办理): its steps by the desk of {@code lending}, its differences and the line
 * itself are one write.
 */
final class LineDesk {
  /**
   * Somebody else may move the application between reading and writing; more often is no chance.
   */
  private static final int MOST_TRIES = 5;

  /** Applications of one enterprise that are looked through for one that a line may mean. */
  private static final int MOST_CANDIDATES = 200;

  private final Store store;
  private final Loans loans;
  private final CaseBook<HeldLine> lines;
  private final DifferenceDesk differences;
  private final InstantSource clock;

  LineDesk(Store store, Loans loans, CaseBook<HeldLine> lines, DifferenceDesk differences) {
    this.store = store;
    this.loans = loans;
    this.lines = lines;
    this.differences = differences;
    this.clock = loans.clock();
  }

  /** A sound line of a batch. */
  record Sent(String lender, String batch, long row, ReportedLoan loan) {
    private String key() {
      return Sm3.of((lender + "\0" + loan.line()).getBytes(UTF_8));
    }

    private String digest() {
      return Sm3.of(StoredJson.write(loan));
    }
  }

  /** The application was moved by somebody else meanwhile. */
  private static final class Moved extends RuntimeException {
    private static final long serialVersionUID = 1;

    Moved() {
      super("moved meanwhile", null, false, false);
    }
  }

  LineAnswer take(Sent sent) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(sent);
      } catch (Moved again) {
        if (attempt == MOST_TRIES) {
          throw new IllegalStateException("an application never came to rest", again);
        }
      }
    }
  }

  private LineAnswer attempt(Sent sent) {
    List<Application> found = candidates(sent);
    Application held = found.size() == 1 ? found.get(0) : null;
    Reconciliation reconciled = reconcile(sent, found, held);
    try {
      return store.execute(changes -> keep(changes, sent, held, reconciled));
    } catch (ApplicationRefused e) {
      Difference refused =
          new Difference(Difference.Kind.REFUSED, ReportField.STATE, "", e.field() + " " + e.zh());
      Reconciliation none = new Reconciliation(List.of(), List.of(refused));
      return store.execute(changes -> keep(changes, sent, held, none));
    }
  }

  private Reconciliation reconcile(Sent sent, List<Application> found, @Nullable Application held) {
    return held == null
        ? Reconciler.unplaced(sent.loan(), found.size())
        : Reconciler.reconcile(
            held, sent.loan(), sent.lender(), new Moment(clock.instant(), loans.today()));
  }

  private List<Application> candidates(Sent sent) {
    if (sent.loan().application() != null) {
      return loans.applications().find(sent.loan().application()).stream().toList();
    }
    List<Application> ofLender =
        loans
            .applications()
            .of(
                sent.loan().uscc().value(),
                mark -> mark.lender().equals(sent.lender()),
                "",
                MOST_CANDIDATES)
            .applications();
    return Reconciler.candidates(ofLender, sent.loan());
  }

  private LineAnswer keep(
      Changes changes, Sent sent, @Nullable Application held, Reconciliation reconciled) {
    Optional<HeldLine> before = lines.find(changes, sent.key());
    if (before.filter(one -> !one.uscc().equals(sent.loan().uscc().value())).isPresent()) {
      LineFault fault = new LineFault(ReportField.LINE, LineFault.Reason.NUMBER_OF_ANOTHER);
      return LineAnswer.rejected(sent.row(), sent.loan().line(), List.of(fault));
    }
    boolean own = held != null && held.filing().target().lender().equals(sent.lender());
    String application = own && held != null ? held.id().value() : null;
    if (held != null) {
      steps(changes, sent, held, reconciled.steps());
    }
    Place place =
        new Place(
            sent.lender(),
            sent.loan().uscc().value(),
            application,
            sent.loan().line(),
            sent.batch());
    differences.settle(changes, place, reconciled.differences(), Spoken.of(sent.loan()));
    lines.put(
        changes,
        new HeldLine(
            sent.key(),
            before.map(HeldLine::openedAt).orElse(changes.instant()),
            sent.lender(),
            sent.loan().line(),
            sent.loan().uscc().value(),
            application,
            sent.digest()));
    boolean repeated = before.filter(one -> one.digest().equals(sent.digest())).isPresent();
    return new LineAnswer(
        sent.row(),
        sent.loan().line(),
        application,
        result(reconciled, repeated),
        reconciled.steps().stream().map(step -> step.kind().code()).toList(),
        reconciled.differences(),
        List.of());
  }

  private void steps(Changes changes, Sent sent, Application held, List<Step> steps) {
    Actor lender = new Actor(Party.LENDER, sent.lender());
    Application current = held;
    for (Step step : steps) {
      current =
          loans.desk().takeIfUnchanged(changes, current, step, lender).orElseThrow(Moved::new);
    }
  }

  private static Result result(Reconciliation reconciled, boolean repeated) {
    return switch (reconciled.verdict()) {
      case DIFFERENT -> Result.DIFFERENT;
      case BEHIND -> Result.MOVED;
      case SAME -> repeated ? Result.REPEATED : Result.SAME;
    };
  }
}
