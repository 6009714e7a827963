package org.xinyidai.models.financing.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinyidai.models.financing.application.Actor;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationState;
import org.xinyidai.models.financing.application.Contract;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.financing.application.DenialStep;
import org.xinyidai.models.financing.application.DrawDown;
import org.xinyidai.models.financing.application.DrawDownStep;
import org.xinyidai.models.financing.application.Grant;
import org.xinyidai.models.financing.application.GrantStep;
import org.xinyidai.models.financing.application.Outcome;
import org.xinyidai.models.financing.application.Overdue;
import org.xinyidai.models.financing.application.OverdueStep;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.application.PlainStep;
import org.xinyidai.models.financing.application.Repayment;
import org.xinyidai.models.financing.application.RepaymentStep;
import org.xinyidai.models.financing.application.SigningStep;
import org.xinyidai.models.financing.application.Step;
import org.xinyidai.models.financing.application.StepKind;
import org.xinyidai.models.financing.application.Workflow;
import org.xinyidai.models.financing.application.Workflow.Moment;
import org.xinyidai.models.financing.report.ReportedLoan.Position;

/** One line against its application: steps are taken on paper, in the order of a loan's life. */
final class Reconciling {
  /** What stands in the history of the application beside a step that a report took. */
  private static final String NOTE = "机构报送 ";

  private final ReportedLoan reported;
  private final Actor lender;
  private final Moment moment;
  private final List<Step> steps = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();
  private Application held;
  private boolean stopped;

  Reconciling(Application application, ReportedLoan reported, String lender, Moment moment) {
    this.held = application;
    this.reported = reported;
    this.lender = new Actor(Party.LENDER, lender);
    this.moment = moment;
  }

  Reconciliation run() {
    Optional.ofNullable(reported.denial()).ifPresent(this::deny);
    Optional.ofNullable(reported.grant()).ifPresent(this::grant);
    Optional.ofNullable(reported.contract()).ifPresent(this::sign);
    Optional.ofNullable(reported.drawDown()).ifPresent(this::drawDown);
    Optional.ofNullable(reported.position()).ifPresent(this::balance);
    Optional.ofNullable(reported.overdue()).ifPresent(this::overdue);
    if (reported.settledOn() != null && held.state() != ApplicationState.SETTLED) {
      take(new PlainStep(StepKind.SETTLE, note()));
    }
    return new Reconciliation(steps, differences);
  }

  private void deny(DenialReason reason) {
    DenialReason known = held.denial();
    switch (held.state()) {
      case SUBMITTED -> take(new DenialStep(StepKind.DECLINE, reason, note()));
      case ACCEPTED, DUE_DILIGENCE -> take(new DenialStep(StepKind.REFUSE, reason, note()));
      case DECLINED, REFUSED ->
          compare(ReportField.DENIAL, known == null ? "" : known.code(), reason.code());
      default -> elsewhere(reason.code());
    }
  }

  private void grant(Grant grant) {
    Grant known = held.grant();
    if (known != null) {
      compare(ReportField.GRANT_NUMBER, known.number(), grant.number());
      compare(ReportField.GRANT_AMOUNT, known.amountFen(), grant.amountFen());
      compare(ReportField.RATE, known.rateBp(), grant.rateBp());
      compare(ReportField.TERM, known.termMonths(), grant.termMonths());
      compare(ReportField.SECURITY, known.security().code(), grant.security().code());
      compare(ReportField.FIRST_LOAN, known.firstLoan(), grant.firstLoan());
      return;
    }
    if (held.ended()) {
      elsewhere("GRANTED");
      return;
    }
    if (held.state() == ApplicationState.SUBMITTED) {
      take(new PlainStep(StepKind.ACCEPT, note()));
    }
    if (held.state() == ApplicationState.ACCEPTED) {
      take(new PlainStep(StepKind.INVESTIGATE, note()));
    }
    take(new GrantStep(grant, note()));
  }

  private void sign(Contract contract) {
    Contract known = held.contract();
    if (known != null) {
      compare(ReportField.CONTRACT_NUMBER, known.number(), contract.number());
      compare(ReportField.SIGNED_ON, known.signedOn(), contract.signedOn());
    } else if (held.ended()) {
      elsewhere("CONTRACTED");
    } else if (held.state() == ApplicationState.GRANTED && !stopped) {
      stopped = true;
      differences.add(
          new Difference(
              Difference.Kind.ENTERPRISE_OWES,
              ReportField.STATE,
              held.state().name(),
              contract.number()));
    } else {
      take(new SigningStep(contract, note()));
    }
  }

  private void drawDown(DrawDown drawDown) {
    Optional<DrawDown> known =
        held.loan().drawDowns().stream()
            .filter(one -> one.number().equals(drawDown.number()))
            .findFirst();
    if (known.isEmpty()) {
      take(new DrawDownStep(drawDown, note()));
      return;
    }
    compare(ReportField.DRAW_AMOUNT, known.get().amountFen(), drawDown.amountFen());
    compare(ReportField.DRAWN_ON, known.get().drawnOn(), drawDown.drawnOn());
    compare(ReportField.DUE_ON, known.get().dueOn(), drawDown.dueOn());
  }

  /** What is owed less than the platform knows was repaid; what is owed more cannot be. */
  private void balance(Position position) {
    if (stopped) {
      return;
    }
    long known = balanceOn(position);
    long repaidFen = known - position.balanceFen();
    if (repaidFen > 0) {
      String number = "R-" + reported.line() + "-" + position.on();
      String fitting = number.length() > 64 ? number.substring(number.length() - 64) : number;
      take(new RepaymentStep(new Repayment(fitting, repaidFen, position.on()), note()));
    } else {
      compare(ReportField.BALANCE, known, position.balanceFen());
    }
    Overdue late = held.loan().overdue();
    if (late != null && reported.overdue() == null && !stopped) {
      compare(ReportField.OVERDUE_AMOUNT, late.amountFen(), 0L);
    }
  }

  private long balanceOn(Position position) {
    long drawn =
        held.loan().drawDowns().stream()
            .filter(one -> !one.drawnOn().isAfter(position.on()))
            .mapToLong(DrawDown::amountFen)
            .sum();
    long repaid =
        held.loan().repayments().stream()
            .filter(one -> !one.paidOn().isAfter(position.on()))
            .mapToLong(Repayment::amountFen)
            .sum();
    return drawn - repaid;
  }

  private void overdue(Overdue overdue) {
    if (!overdue.equals(held.loan().overdue())) {
      take(new OverdueStep(overdue, note()));
    }
  }

  /** What the workflow does not allow is a difference, and what would follow it is not tried. */
  private void take(Step step) {
    if (stopped) {
      return;
    }
    Outcome outcome = Workflow.take(held, step, lender, moment);
    if (outcome instanceof Outcome.Taken taken) {
      held = taken.application();
      steps.add(step);
    } else if (outcome instanceof Outcome.Refused refused) {
      stopped = true;
      differences.add(
          new Difference(
              Difference.Kind.REFUSED,
              ReportField.ofStep(refused.fault().field()),
              held.state().name(),
              step.kind().titleZh() + "：" + refused.words().zh()));
    }
  }

  private void elsewhere(String wanted) {
    if (!stopped) {
      stopped = true;
      differences.add(
          new Difference(
              Difference.Kind.STATE_DIFFERS, ReportField.STATE, held.state().name(), wanted));
    }
  }

  private void compare(ReportField field, Object platform, Object said) {
    if (!platform.equals(said)) {
      differences.add(
          new Difference(
              Difference.Kind.VALUE_DIFFERS, field, platform.toString(), said.toString()));
    }
  }

  private String note() {
    String words = NOTE + reported.line() + " " + reported.note();
    return words.strip();
  }
}
