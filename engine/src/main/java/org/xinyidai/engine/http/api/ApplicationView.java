package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.ApplicationState.Phase;
import org.xinyidai.models.financing.application.Contract;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.financing.application.DrawDown;
import org.xinyidai.models.financing.application.Filing;
import org.xinyidai.models.financing.application.Findings;
import org.xinyidai.models.financing.application.HandlingClock;
import org.xinyidai.models.financing.application.Overdue;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.application.Repayment;
import org.xinyidai.models.financing.application.StepKind;
import org.xinyidai.models.financing.application.Workflow;

/**
 * An application as the API shows it to one of its parties (融资申请). What is null has not come to be;
 * {@code file} is null where it was not asked for.
 *
 * @param applicant name of the enterprise on the day of filing; null where the register had none
 * @param steps that this party may take from here
 */
record ApplicationView(
    String id,
    String demandId,
    String uscc,
    @Nullable String applicant,
    String district,
    Product product,
    DemandView.Asked asked,
    Instant filedAt,
    Origin origin,
    String state,
    String stateZh,
    List<String> steps,
    Clock clock,
    @Nullable Guarantee guarantee,
    @Nullable Grant grant,
    @Nullable Contract contract,
    Loan loan,
    @Nullable Denial denial,
    @Nullable File file) {

  /** What is applied for. */
  record Product(String lender, TextView lenderName, String id, int version, TextView name) {}

  /** What it comes from. */
  record Origin(String kind, @Nullable String of, boolean withoutRepayment) {}

  /** The 10 working days of the lender; no due day where none is due or none can be told. */
  record Clock(
      LocalDate startedOn,
      int usedWorkingDays,
      @Nullable LocalDate dueOn,
      boolean documentsOwed,
      boolean overdue,
      @Nullable LocalDate stoppedOn) {
    static Clock of(Application application, Loans loans) {
      HandlingClock clock = application.clock();
      LocalDate today = loans.today();
      boolean runs = application.state().phase() == Phase.HANDLING;
      Deadline due = clock.dueOn(today, loans.calendar());
      LocalDate dueOn = runs && due instanceof Deadline.On on ? on.day() : null;
      return new Clock(
          clock.startedOn(),
          clock.usedDays(today, loans.calendar()),
          dueOn,
          clock.paused(),
          dueOn != null && today.isAfter(dueOn),
          clock.stoppedOn());
    }
  }

  /** The guarantee company and what it said. */
  record Guarantee(String organisation, String answer, int feeBp) {}

  /** What was granted. */
  record Grant(
      String number,
      long amountFen,
      int rateBp,
      int termMonths,
      String security,
      boolean unsecured,
      boolean firstLoan,
      LocalDate validUntil) {}

  /** The money. */
  record Loan(
      long drawnFen,
      long repaidFen,
      long balanceFen,
      List<DrawDown> drawDowns,
      List<Repayment> repayments,
      @Nullable Overdue overdue) {}

  /** Why the lender said no, and what the enterprise can do. */
  record Denial(String code, TextView reason, TextView advice) {
    static Denial of(DenialReason reason) {
      return new Denial(reason.code(), TextView.of(reason.words()), TextView.of(reason.advice()));
    }
  }

  /** What the platform itself found on the day of filing. */
  record Advice(
      @Nullable String scoreId,
      boolean offered,
      List<TextView> mismatches,
      List<TextView> reasons) {
    static Advice of(Findings findings) {
      return new Advice(
          findings.scoreId(),
          findings.offered(),
          findings.mismatches().stream().map(TextView::of).toList(),
          findings.reasons().stream().map(TextView::of).toList());
    }
  }

  /**
   * What this party may know of the enterprise's file now.
   *
   * @param consents by which a lender reads; empty for whoever needs none, and after a withdrawal
   * @param disputed whether records behind the score are disputed; null where none are or the score
   *     may not be known
   * @param platform for the enterprise and the office; null for lenders
   */
  record File(
      List<String> consents,
      List<String> readableCategories,
      @Nullable DisputedView disputed,
      @Nullable Advice platform) {
    boolean readable() {
      return !readableCategories.isEmpty();
    }
  }

  static ApplicationView of(Application application, Party party, Loans loans) {
    Filing filing = application.filing();
    ApplicationId origin = filing.origin().of();
    DenialReason denial = application.denial();
    return new ApplicationView(
        application.id().value(),
        filing.demand().value(),
        filing.uscc().value(),
        filing.applicant().name(),
        filing.district(),
        new Product(
            filing.target().lender(),
            TextView.of(loans.names().of(filing.target())),
            filing.target().product().value(),
            filing.target().version(),
            TextView.of(filing.target().name())),
        DemandView.Asked.of(filing.request()),
        filing.at(),
        new Origin(
            filing.origin().kind().name(),
            origin == null ? null : origin.value(),
            filing.origin().withoutRepayment()),
        application.state().name(),
        application.state().titleZh(),
        Workflow.open(application.state(), party).stream().map(StepKind::code).toList(),
        Clock.of(application, loans),
        guarantee(application),
        grant(application),
        application.contract(),
        loan(application),
        denial == null ? null : Denial.of(denial),
        null);
  }

  ApplicationView with(File shown) {
    return new ApplicationView(
        id, demandId, uscc, applicant, district, product, asked, filedAt, origin, state, stateZh,
        steps, clock, guarantee, grant, contract, loan, denial, shown);
  }

  private static @Nullable Guarantee guarantee(Application application) {
    var held = application.guarantee();
    return held == null
        ? null
        : new Guarantee(held.organisation(), held.answer().name(), held.feeBp());
  }

  private static @Nullable Grant grant(Application application) {
    var held = application.grant();
    return held == null
        ? null
        : new Grant(
            held.number(),
            held.amountFen(),
            held.rateBp(),
            held.termMonths(),
            held.security().code(),
            held.unsecured(),
            held.firstLoan(),
            held.validUntil());
  }

  private static Loan loan(Application application) {
    var held = application.loan();
    return new Loan(
        held.drawnFen(),
        held.repaidFen(),
        held.balanceFen(),
        held.drawDowns(),
        held.repayments(),
        held.overdue());
  }
}
