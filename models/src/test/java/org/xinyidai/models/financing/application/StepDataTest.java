package org.xinyidai.models.financing.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.models.financing.application.Samples.ASKED;
import static org.xinyidai.models.financing.application.Samples.FILED;
import static org.xinyidai.models.financing.application.Samples.after;
import static org.xinyidai.models.financing.application.Samples.step;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.SecurityMode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StepDataTest {
  private static final LocalDate DUE = FILED.plusDays(365);

  @Test
  void a_grant_must_hold_field_by_field() {
    LocalDate until = FILED.plusDays(30);
    refused(grant("", 1, 1, 1, until), Obstacle.NUMBER_INVALID, "grant.number");
    refused(grant("G", 0, 1, 1, until), Obstacle.OUT_OF_RANGE, "grant.amountFen");
    refused(grant("G", 1, 3_601, 1, until), Obstacle.OUT_OF_RANGE, "grant.rateBp");
    refused(grant("G", 1, 1, 361, until), Obstacle.OUT_OF_RANGE, "grant.termMonths");
    refused(grant("G", 1, 1, 1, FILED.minusDays(1)), Obstacle.DAY_IMPOSSIBLE, "grant.validUntil");
    refused(grant("G", 1, 1, 1, FILED.plusDays(181)), Obstacle.DAY_IMPOSSIBLE, "grant.validUntil");
    refused(grant("G", ASKED + 1, 1, 1, until), Obstacle.ABOVE_DEMAND, "grant.amountFen");
  }

  @Test
  void nothing_is_granted_while_documents_or_a_guarantee_are_awaited() {
    Application reviewed = Samples.in(ApplicationState.DUE_DILIGENCE);
    Application asked = after(reviewed, step(StepKind.ASK_DOCUMENTS));
    refused(asked, step(StepKind.GRANT), Obstacle.DOCUMENTS_OWED, "step");
    assertEquals(
        ApplicationState.REFUSED, after(asked, step(StepKind.REFUSE)).state(), "but refused");

    Application invited = after(reviewed, step(StepKind.INVITE_GUARANTOR));
    refused(invited, step(StepKind.GRANT), Obstacle.GUARANTEE_PENDING, "step");
    refused(invited, step(StepKind.INVITE_GUARANTOR), Obstacle.GUARANTOR_KNOWN, "guarantor");
    Application declined = after(invited, step(StepKind.DECLINE_GUARANTEE));
    Grant guaranteed = new Grant("G", 1, 1, 1, SecurityMode.GUARANTEE, false, FILED.plusDays(1));
    refused(declined, new GrantStep(guaranteed, ""), Obstacle.GUARANTEE_ABSENT, "grant.security");
    Application agreed = after(invited, step(StepKind.GUARANTEE));
    Guarantee held = after(agreed, new GrantStep(guaranteed, "")).guarantee();
    assertTrue(held != null && held.feeBp() == 100);
  }

  @Test
  void a_lender_does_not_guarantee_its_own_loan_and_no_fee_is_above_ten_percent() {
    Application filed = Samples.filed();
    refused(filed, new InvitationStep(Samples.BANK, ""), Obstacle.GUARANTOR_IS_LENDER, "guarantor");
    Application invited = after(filed, step(StepKind.INVITE_GUARANTOR));
    refused(invited, new GuaranteeStep(1_001, ""), Obstacle.OUT_OF_RANGE, "feeBp");
  }

  @Test
  void draw_downs_stay_within_the_grant_and_repayments_within_the_balance() {
    Application lent = Samples.in(ApplicationState.LENT);
    refused(lent, draw("D-2", 60_000_001L), Obstacle.ABOVE_GRANT, "drawDown.amountFen");
    Application full = after(lent, draw("D-2", 60_000_000L));
    refused(full, draw("D-3", 1), Obstacle.ABOVE_GRANT, "drawDown.amountFen");
    refused(full, repay("R", ASKED + 1), Obstacle.ABOVE_BALANCE, "repayment.amountFen");
    Application repaid = after(full, repay("R", ASKED));
    assertEquals(0, repaid.loan().balanceFen());
    assertEquals(ApplicationState.SETTLED, after(repaid, step(StepKind.SETTLE)).state());
  }

  @Test
  void days_follow_one_another() {
    Application signed = Samples.in(ApplicationState.CONTRACTED);
    DrawDown early = new DrawDown("D", 1, FILED.minusDays(1), DUE);
    refused(signed, new DrawDownStep(early, ""), Obstacle.DAY_IMPOSSIBLE, "drawDown.drawnOn");
    DrawDown late = new DrawDown("D", 1, FILED.plusDays(1), DUE);
    refused(signed, new DrawDownStep(late, ""), Obstacle.DAY_IMPOSSIBLE, "drawDown.drawnOn");
    DrawDown due = new DrawDown("D", 1, FILED, FILED);
    refused(signed, new DrawDownStep(due, ""), Obstacle.DAY_IMPOSSIBLE, "drawDown.dueOn");
    DrawDown endless = new DrawDown("D", 1, FILED, LocalDate.of(9999, 12, 31));
    refused(signed, new DrawDownStep(endless, ""), Obstacle.DAY_IMPOSSIBLE, "drawDown.dueOn");
    Application taken = Samples.in(ApplicationState.TAKEN_UP);
    Contract before = new Contract("C", FILED.minusDays(1));
    refused(taken, new SigningStep(before, ""), Obstacle.DAY_IMPOSSIBLE, "contract.signedOn");
  }

  @Test
  void what_is_late_is_repaid_first_and_then_the_loan_is_in_order_again() {
    Application late = Samples.in(ApplicationState.OVERDUE);
    Application partly = after(late, repay("R-1", 400_000L));
    assertEquals(ApplicationState.OVERDUE, partly.state());
    assertEquals(new Overdue(3, 600_000L), partly.loan().overdue());
    Application cured = after(partly, repay("R-2", 600_000L));
    assertEquals(ApplicationState.LENT, cured.state());
    assertNull(cured.loan().overdue());
  }

  @Test
  void an_application_is_given_to_another_lender_and_not_to_the_same_again() {
    ReassignmentStep same = new ReassignmentStep(Samples.filed().id(), Samples.BANK, "换一个产品");
    refused(Samples.filed(), same, Obstacle.SAME_LENDER, "product");
  }

  @Test
  void a_denial_without_a_reason_of_the_list_is_explained() {
    Step unexplained = new DenialStep(StepKind.DECLINE, DenialReason.OTHER, " ");
    refused(Samples.filed(), unexplained, Obstacle.NOTE_MISSING, "note");
  }

  @Test
  void a_grant_lapses_and_owed_documents_end_an_application_after_a_month() {
    Application granted = Samples.in(ApplicationState.GRANTED);
    LocalDate until = Samples.grant(1).validUntil();
    assertTrue(!Expiry.isDue(granted, until) && Expiry.isDue(granted, until.plusDays(1)));
    assertEquals(
        Obstacle.GRANT_LAPSED,
        WorkflowTableTest.obstacle(
            granted, step(StepKind.TAKE_UP), Party.ENTERPRISE, until.plusDays(1)));
    Application asked = after(Samples.filed(), step(StepKind.ASK_DOCUMENTS));
    assertTrue(!Expiry.isDue(asked, FILED.plusDays(30)));
    assertTrue(Expiry.isDue(asked, FILED.plusDays(31)));
    assertTrue(
        !Expiry.isDue(Samples.filed(), FILED.plusDays(400)), "the lender owes, not the firm");
  }

  @Test
  void a_demand_goes_to_three_lenders_at_once_and_to_each_once() {
    List<Application> two = List.of(Samples.filed("1", "甲银行"), Samples.filed("2", "乙银行"));
    assertTrue(FairHandling.obstacle(two, List.of("丙银行")).isEmpty());
    assertTrue(FairHandling.obstacle(two, List.of("丙银行", "丁银行")).isPresent());
    assertTrue(FairHandling.obstacle(two, List.of("乙银行")).isPresent());
    assertTrue(FairHandling.obstacle(List.of(), List.of("乙银行", "乙银行")).isPresent());
    List<Application> over = List.of(Samples.in(ApplicationState.REFUSED));
    assertTrue(FairHandling.obstacle(over, List.of(Samples.BANK)).isEmpty(), "it may try again");
    List<Application> served = List.of(Samples.in(ApplicationState.LENT));
    assertTrue(FairHandling.obstacle(served, List.of("丙银行")).isPresent());
  }

  @Test
  void a_loan_is_renewed_by_its_lender_and_without_repayment_only_while_it_is_in_order() {
    LoanRequest enough = request(40_000_000L);
    Application lent = Samples.in(ApplicationState.LENT);
    assertTrue(Renewal.obstacle(lent, Samples.BANK, enough, true).isEmpty());
    assertTrue(Renewal.obstacle(lent, "丙银行", enough, true).isPresent());
    assertTrue(Renewal.obstacle(lent, Samples.BANK, request(39_999_999L), true).isPresent());
    Application late = Samples.in(ApplicationState.OVERDUE);
    assertTrue(Renewal.obstacle(late, Samples.BANK, enough, false).isPresent());
    Application settled = Samples.in(ApplicationState.SETTLED);
    assertTrue(Renewal.obstacle(settled, Samples.BANK, enough, false).isEmpty());
    assertTrue(Renewal.obstacle(settled, Samples.BANK, enough, true).isPresent());
  }

  @Test
  void a_renewal_that_covers_the_balance_settles_the_old_loan() {
    Application lent = Samples.in(ApplicationState.LENT);
    Step little = new RefinanceStep(Samples.id("9"), 39_999_999L, FILED);
    assertEquals(
        Obstacle.NOT_COVERED, WorkflowTableTest.obstacle(lent, little, Party.PLATFORM, FILED));
    Application settled = after(lent, new RefinanceStep(Samples.id("9"), 40_000_000L, FILED));
    assertEquals(ApplicationState.SETTLED, settled.state());
    assertEquals(0, settled.loan().balanceFen());
  }

  private static void refused(GrantStep step, Obstacle obstacle, String field) {
    refused(Samples.in(ApplicationState.DUE_DILIGENCE), step, obstacle, field);
  }

  private static void refused(Application from, Step step, Obstacle obstacle, String field) {
    for (Party party : Party.values()) {
      if (step.kind().isBy(party)) {
        Outcome outcome = Workflow.take(from, step, Samples.actor(party), Samples.at(FILED));
        assertEquals(
            new Fault(obstacle, field),
            outcome instanceof Outcome.Refused no ? no.fault() : outcome);
        return;
      }
    }
  }

  private static GrantStep grant(
      String number, long amountFen, int rateBp, int termMonths, LocalDate until) {
    return new GrantStep(
        new Grant(number, amountFen, rateBp, termMonths, SecurityMode.CREDIT, false, until), "");
  }

  private static Step draw(String number, long amountFen) {
    return new DrawDownStep(new DrawDown(number, amountFen, FILED, DUE), "");
  }

  private static Step repay(String number, long amountFen) {
    return new RepaymentStep(new Repayment(number, amountFen, FILED), "");
  }

  private static LoanRequest request(long amountFen) {
    return new LoanRequest(amountFen, 12, Purpose.REFINANCING, 500);
  }
}
