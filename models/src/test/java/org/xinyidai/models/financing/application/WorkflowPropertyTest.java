package org.xinyidai.models.financing.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.financing.application.ApplicationState.Phase;

/** Whatever happens in whatever order: money stays within its bounds and no clock is lost. */
class WorkflowPropertyTest {
  private static final WorkingCalendar CALENDAR = Samples.CALENDAR;

  /**
   * Something that happens some days after what came before.
   *
   * @param kind at random
   * @param guided whether a step is taken that the state allows, in place of that kind
   * @param pick which of those
   */
  record Event(StepKind kind, boolean guided, int pick, long amountFen, int days) {
    StepKind kindFrom(ApplicationState state) {
      List<StepKind> possible =
          List.of(StepKind.values()).stream()
              .filter(one -> one.isFrom(state))
              .filter(one -> one.to().map(to -> to.phase() != Phase.ENDED).orElse(true))
              .toList();
      return guided && !possible.isEmpty() ? possible.get(pick % possible.size()) : kind;
    }

    Party party(StepKind taken) {
      List<Party> allowed = List.of(Party.values()).stream().filter(taken::isBy).toList();
      List<Party> among = guided ? allowed : List.of(Party.values());
      return among.get(pick % among.size());
    }
  }

  @Property(tries = 2_000, seed = "20260101")
  void random_events_keep_the_invariants(@ForAll("events") List<Event> events) {
    Application held = Samples.filed();
    LocalDate today = Samples.FILED;
    int number = 0;
    for (Event event : events) {
      today = today.plusDays(event.days());
      Application before = held;
      StepKind kind = event.kindFrom(before.state());
      Step step = step(kind, event, today, ++number, before);
      Outcome outcome =
          Workflow.take(before, step, Samples.actor(event.party(kind)), Samples.at(today));
      if (outcome instanceof Outcome.Taken taken) {
        held = taken.application();
        check(before, held, today);
      }
    }
    Statistics.collect(held.state());
  }

  private static void check(Application before, Application after, LocalDate today) {
    assertTrue(!before.ended(), "a terminal state is final");
    assertEquals(before.history().size() + 1, after.history().size());
    assertEquals(before.history(), after.history().subList(0, before.history().size()));
    assertSame(before.filing(), after.filing());
    Grant grant = after.grant();
    Loan loan = after.loan();
    assertTrue(loan.drawnFen() <= (grant == null ? 0 : grant.amountFen()));
    assertTrue(loan.repaidFen() <= loan.drawnFen());
    Overdue late = loan.overdue();
    assertEquals(after.state() == ApplicationState.OVERDUE, late != null && !after.ended());
    assertTrue(late == null || late.amountFen() <= loan.balanceFen());
    assertTrue(after.state() != ApplicationState.SETTLED || loan.balanceFen() == 0);
    assertTrue(loan.drawDowns().isEmpty() || after.contract() != null);
    boolean denied =
        after.state() == ApplicationState.DECLINED || after.state() == ApplicationState.REFUSED;
    assertEquals(denied, after.denial() != null);
    checkClock(before.clock(), after, today);
  }

  private static void checkClock(HandlingClock before, Application after, LocalDate today) {
    HandlingClock clock = after.clock();
    if (after.state().phase() == Phase.HANDLING) {
      assertNull(clock.stoppedOn(), "it runs until there is a decision");
    } else {
      assertNotNull(clock.stoppedOn());
      assertNull(clock.pausedOn());
    }
    assertEquals(before.usedDays(today, CALENDAR), clock.usedDays(today, CALENDAR));
    assertTrue(clock.usedDays(today.plusDays(20), CALENDAR) >= clock.usedDays(today, CALENDAR));
  }

  /** A step of the kind with data that is often, not always, sound. */
  private static Step step(
      StepKind kind, Event event, LocalDate today, int number, Application held) {
    long amount = event.amountFen();
    return switch (kind) {
      case GRANT ->
          new GrantStep(
              new Grant(
                  "G" + number,
                  amount * 2,
                  385,
                  12,
                  Samples.grant(1).security(),
                  true,
                  today.plusDays(40)),
              "");
      case SIGN -> new SigningStep(new Contract("C" + number, today), "");
      case DRAW_DOWN ->
          new DrawDownStep(new DrawDown("D" + number, amount, today, today.plusYears(1)), "");
      case REPAY ->
          new RepaymentStep(
              new Repayment(
                  "R" + number, amount % 2 == 0 ? held.loan().balanceFen() : amount, today),
              "");
      case REPORT_OVERDUE -> new OverdueStep(new Overdue(1 + event.days(), amount), "");
      case REFINANCE -> new RefinanceStep(Samples.id("9"), amount, today);
      case REMIND ->
          new ReminderStep(
              held.clock().due(today, CALENDAR).orElse(ReminderLevel.OFFICER), CALENDAR);
      default -> Samples.step(kind);
    };
  }

  @Provide
  Arbitrary<List<Event>> events() {
    Arbitrary<Boolean> guided = Arbitraries.frequency(Tuple.of(11, true), Tuple.of(1, false));
    return Combinators.combine(
            Arbitraries.of(StepKind.class),
            guided,
            Arbitraries.integers().between(0, 59),
            Arbitraries.longs().between(1, 60_000_000L),
            Arbitraries.integers().between(0, 4))
        .as(Event::new)
        .list()
        .ofMinSize(10)
        .ofMaxSize(80);
  }
}
