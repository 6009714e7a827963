package org.xinyidai.models.financing.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.financing.application.Actor;
import org.xinyidai.models.financing.application.Applicant;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.ApplicationState;
import org.xinyidai.models.financing.application.Filing;
import org.xinyidai.models.financing.application.Findings;
import org.xinyidai.models.financing.application.Origin;
import org.xinyidai.models.financing.application.Outcome;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.application.Step;
import org.xinyidai.models.financing.application.StepKind;
import org.xinyidai.models.financing.application.TakeUpStep;
import org.xinyidai.models.financing.application.Target;
import org.xinyidai.models.financing.application.Workflow;
import org.xinyidai.models.financing.application.Workflow.Moment;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.subject.Uscc;

/** What was reported moves an application by its own steps, and what disagrees is told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReconcilerTest {
  private static final Uscc FIRM = new Uscc("91350100M000100Y43");
  private static final String BANK = "甲银行";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final Moment MOMENT = new Moment(DAY.atTime(2, 0).toInstant(ZoneOffset.UTC), DAY);
  private static final String GRANT =
      "grantNumber=G-1,grantAmountFen=500,rateBp=385,termMonths=12,security=credit,"
          + "firstLoan=true,validUntil=2026-04-30";
  private static final String CONTRACT = "contractNumber=C-1,signedOn=2026-03-20";
  private static final String DRAW =
      "drawDownNumber=D-1,drawDownAmountFen=400,drawnOn=2026-03-21,dueOn=2027-03-21";

  @Test
  void a_grant_takes_the_steps_before_it_too_and_the_contract_waits_for_the_enterprise() {
    Application filed = filed();
    Reconciliation first = reconcile(filed, GRANT + "," + CONTRACT);
    assertEquals(
        List.of(StepKind.ACCEPT, StepKind.INVESTIGATE, StepKind.GRANT), kinds(first.steps()));
    assertEquals(Difference.Kind.ENTERPRISE_OWES, first.differences().get(0).kind());

    Application granted = after(filed, first.steps());
    Application chosen = taken(granted, new TakeUpStep(false, ""), Party.ENTERPRISE);
    Reconciliation second = reconcile(chosen, GRANT + "," + CONTRACT + "," + DRAW);
    assertEquals(List.of(StepKind.SIGN, StepKind.DRAW_DOWN), kinds(second.steps()));
    assertEquals(Reconciliation.Verdict.BEHIND, second.verdict());
    Application lent = after(chosen, second.steps());
    assertEquals(
        Reconciliation.Verdict.SAME,
        reconcile(lent, GRANT + "," + CONTRACT + "," + DRAW).verdict(),
        "told again it changes nothing");
  }

  @Test
  void a_lower_balance_is_a_repayment_a_higher_one_a_contradiction_and_nothing_left_settles() {
    Application lent = lent();
    Reconciliation paid = reconcile(lent, "balanceFen=100,balanceOn=2026-03-31");
    assertEquals(List.of(StepKind.REPAY), kinds(paid.steps()));
    assertEquals(100, after(lent, paid.steps()).loan().balanceFen());
    Reconciliation more = reconcile(lent, "balanceFen=401,balanceOn=2026-03-31");
    assertEquals(
        List.of(new Difference(Difference.Kind.VALUE_DIFFERS, ReportField.BALANCE, "400", "401")),
        more.differences());
    Reconciliation old = reconcile(lent, "balanceFen=0,balanceOn=2026-03-20");
    assertEquals(Reconciliation.Verdict.SAME, old.verdict(), "before it was drawn");
    Reconciliation settled =
        reconcile(lent, "balanceFen=0,balanceOn=2026-03-31,settledOn=2026-03-31");
    assertEquals(List.of(StepKind.REPAY, StepKind.SETTLE), kinds(settled.steps()));
    Reconciliation unpaid = reconcile(lent, "settledOn=2026-03-31");
    assertEquals(Difference.Kind.REFUSED, unpaid.differences().get(0).kind());
  }

  @Test
  void what_is_late_is_reported_and_comes_to_an_end_by_a_repayment_alone() {
    Application lent = lent();
    String late = "balanceFen=400,balanceOn=2026-03-31,overdueDays=3,overdueAmountFen=50";
    Application overdue = after(lent, reconcile(lent, late).steps());
    assertEquals(ApplicationState.OVERDUE, overdue.state());
    assertEquals(Reconciliation.Verdict.SAME, reconcile(overdue, late).verdict());
    Reconciliation cured = reconcile(overdue, "balanceFen=400,balanceOn=2026-03-31");
    assertEquals(ReportField.OVERDUE_AMOUNT, cured.differences().get(0).field());
    Reconciliation paid = reconcile(overdue, "balanceFen=350,balanceOn=2026-03-31");
    assertEquals(ApplicationState.LENT, after(overdue, paid.steps()).state());
  }

  @Test
  void a_contradiction_names_field_and_both_values_and_takes_no_step() {
    Reconciliation other =
        reconcile(lent(), GRANT.replace("=500", "=400").replace("385", "380") + "," + CONTRACT);
    assertEquals(List.of(), other.steps());
    assertEquals(
        List.of(ReportField.GRANT_AMOUNT, ReportField.RATE),
        other.differences().stream().map(Difference::field).toList());
    assertEquals("500", other.differences().get(0).platform());
    assertEquals("400", other.differences().get(0).reported());
  }

  @Test
  void a_denial_declines_before_acceptance_and_contradicts_a_grant() {
    Reconciliation denied = reconcile(filed(), "denialReason=R06");
    assertEquals(List.of(StepKind.DECLINE), kinds(denied.steps()));
    Application declined = after(filed(), denied.steps());
    assertEquals(
        ReportField.DENIAL, reconcile(declined, "denialReason=R07").differences().get(0).field());
    assertEquals(
        Difference.Kind.STATE_DIFFERS,
        reconcile(lent(), "denialReason=R06").differences().get(0).kind());
    assertEquals(
        Difference.Kind.STATE_DIFFERS, reconcile(declined, GRANT).differences().get(0).kind());
  }

  @Test
  void an_application_of_another_lender_or_enterprise_is_left_alone() {
    ReportedLoan line = line(GRANT);
    Reconciliation other = Reconciler.reconcile(filed(), line, "乙银行", MOMENT);
    assertEquals(Difference.Kind.OTHER_LENDER, other.differences().get(0).kind());
    assertEquals(List.of(), other.steps());
    assertEquals(
        Difference.Kind.UNKNOWN_APPLICATION,
        Reconciler.unplaced(line, 0).differences().get(0).kind());
    assertEquals(
        Difference.Kind.SEVERAL_APPLICATIONS,
        Reconciler.unplaced(line, 2).differences().get(0).kind());
  }

  @Test
  void without_a_number_the_contract_finds_the_application_and_a_new_contract_an_open_one() {
    Application lent = lent();
    assertEquals(List.of(lent), Reconciler.candidates(List.of(lent), line(CONTRACT)));
    assertEquals(
        List.of(), Reconciler.candidates(List.of(lent), line(CONTRACT.replace("C-1", "C-9"))));
    assertEquals(List.of(filed()), Reconciler.candidates(List.of(filed()), line(CONTRACT)));
  }

  private static Application lent() {
    Application granted = after(filed(), reconcile(filed(), GRANT).steps());
    Application chosen = taken(granted, new TakeUpStep(false, ""), Party.ENTERPRISE);
    return after(chosen, reconcile(chosen, CONTRACT + "," + DRAW).steps());
  }

  private static Application filed() {
    LocalDate day = LocalDate.of(2026, 3, 2);
    Filing filing =
        new Filing(
            new DemandId("d-1"),
            FIRM,
            "350100",
            new Target(BANK, new ProductId("loan"), 1, new Text("贷", "loan")),
            new LoanRequest(500, 12, Purpose.WORKING_CAPITAL, Rate.MAX_BP),
            day.atTime(2, 0).toInstant(ZoneOffset.UTC),
            Origin.NEW,
            new Findings(null, true, List.of(), List.of()),
            Applicant.UNKNOWN);
    return Application.filed(ApplicationId.of(FIRM, "0".repeat(16)), filing, day);
  }

  private static Reconciliation reconcile(Application application, String fields) {
    return Reconciler.reconcile(application, line(fields), BANK, MOMENT);
  }

  private static ReportedLoan line(String fields) {
    Map<ReportField, String> line = new TreeMap<>();
    line.put(ReportField.LINE, "L-1");
    line.put(ReportField.USCC, FIRM.value());
    for (String field : fields.split(",", -1)) {
      String[] parts = field.split("=", 2);
      line.put(ReportField.ofCode(parts[0]).orElseThrow(), parts[1]);
    }
    LineCheck.Checked checked = LineCheck.check(line, ReportUnits.FEN_AND_BASIS_POINTS);
    assertEquals(List.of(), checked.faults());
    return Objects.requireNonNull(checked.loan());
  }

  private static List<StepKind> kinds(List<Step> steps) {
    return steps.stream().map(Step::kind).toList();
  }

  private static Application after(Application application, List<Step> steps) {
    Application held = application;
    for (Step step : steps) {
      held = taken(held, step, Party.LENDER);
    }
    return held;
  }

  private static Application taken(Application application, Step step, Party party) {
    Outcome outcome = Workflow.take(application, step, new Actor(party, BANK), MOMENT);
    if (outcome instanceof Outcome.Taken taken) {
      return taken.application();
    }
    throw new AssertionError(outcome);
  }
}
