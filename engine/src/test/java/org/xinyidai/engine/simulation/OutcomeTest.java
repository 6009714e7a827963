package org.xinyidai.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.engine.simulation.life.Census;
import org.xinyidai.engine.simulation.life.CityPlan;
import org.xinyidai.engine.simulation.life.Resident;
import org.xinyidai.engine.simulation.life.Snapshot;
import org.xinyidai.models.record.CaseRole;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.JudicialCase;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.TaxDeclaration;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.subject.Uscc;

/** Defaults follow the hidden health; what offices see tells them in part, and never for sure. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutcomeTest {
  private static final long SEED = 42;
  private static final YearMonth FIRST = YearMonth.of(2023, 7);
  private static final LocalDate DAY = LocalDate.of(2025, 7, 5);
  private static final int ENTERPRISES = 4_000;

  private static final Map<Uscc, Integer> LATE_BILLS = new HashMap<>();
  private static final List<Uscc> ENFORCED = new ArrayList<>();
  private static List<Outcome> outcomes;
  private static Map<Uscc, Double> health;

  @BeforeAll
  static void observe_a_city() throws IOException {
    SimulatedCity city = SimulatedCity.of(SEED, ENTERPRISES, FIRST, 36);
    outcomes = city.outcomes(DAY).toList();
    health = healthOf(city);
    Intake intake = new Intake(OutcomeTest::see);
    for (YearMonth month = YearMonth.of(2024, 7); month.isBefore(YearMonth.from(DAY)); ) {
      for (Delivery delivery : city.deliveries(month).toList()) {
        if (isSeen(delivery.feed())) {
          intake.take(delivery);
        }
      }
      month = month.plusMonths(1);
    }
  }

  @Test
  void a_year_brings_five_to_eight_defaults_for_a_hundred_loans() {
    long bad = outcomes.stream().filter(Outcome::bad).count();
    double rate = (double) bad / outcomes.size();
    assertTrue(outcomes.size() > ENTERPRISES / 4, "observed " + outcomes.size());
    assertEquals(0.06, rate, 0.03, "default rate " + rate);
  }

  @Test
  void the_worse_the_hidden_health_the_more_defaults() {
    List<Outcome> byHealth =
        outcomes.stream()
            .sorted((a, b) -> Double.compare(health.get(a.uscc()), health.get(b.uscc())))
            .toList();
    int quarter = byHealth.size() / 4;
    double worse = 1;
    for (int i = 0; i < 4; i++) {
      List<Outcome> part = byHealth.subList(i * quarter, (i + 1) * quarter);
      double rate = (double) part.stream().filter(Outcome::bad).count() / part.size();
      assertTrue(rate <= worse, "quarter " + i + ": " + rate + " after " + worse);
      worse = rate;
    }
  }

  @Test
  void even_the_hidden_health_does_not_tell_a_default_for_sure() {
    double auc = auc(outcome -> -health.get(outcome.uscc()));
    assertTrue(auc > 0.86 && auc < 0.95, "AUC of the hidden health " + auc);
  }

  @Test
  void a_simple_count_that_an_office_sees_separates_and_does_not_give_it_away() {
    double auc = auc(outcome -> LATE_BILLS.getOrDefault(outcome.uscc(), 0));
    assertTrue(auc > 0.70 && auc < 0.90, "AUC of late bills and returns " + auc);
  }

  @Test
  void nobody_observed_has_been_enforced_against_for_the_loan_yet() {
    assertFalse(ENFORCED.isEmpty(), "someone in the city defaulted before");
    assertTrue(outcomes.stream().noneMatch(outcome -> ENFORCED.contains(outcome.uscc())));
  }

  private static void see(Feed<?> feed, Row row) {
    Object read = feed.read(row);
    if (read instanceof JudicialCase suit && suit.role() == CaseRole.EXECUTED) {
      ENFORCED.add(suit.uscc());
    } else if (read instanceof UtilityBill bill
        && (bill.paidOn() == null || bill.paidOn().isAfter(bill.dueOn()))) {
      LATE_BILLS.merge(bill.uscc(), 1, Integer::sum);
    } else if (read instanceof TaxDeclaration filed
        && (filed.declaredOn() == null || filed.declaredOn().isAfter(filed.dueOn()))) {
      LATE_BILLS.merge(filed.uscc(), 1, Integer::sum);
    }
  }

  private static boolean isSeen(Feed<?> feed) {
    return feed.equals(UtilityBill.ELECTRICITY)
        || feed.equals(TaxDeclaration.FEED)
        || feed.equals(JudicialCase.FEED);
  }

  private static double auc(ToDoubleFunction<Outcome> score) {
    return Ranking.auc(
        outcomes.stream()
            .map(outcome -> new Ranking(score.applyAsDouble(outcome), outcome.bad()))
            .toList());
  }

  private static Map<Uscc, Double> healthOf(SimulatedCity city) {
    CityPlan plan = new CityPlan(SEED, city.firstMonth(), SimulatedCity.USUAL_VOLUME);
    Census census = new Census(plan, ENTERPRISES);
    Snapshot before = census.at(CityPlan.month(YearMonth.from(DAY)) - 1);
    Map<Uscc, Double> health = new HashMap<>();
    for (Resident resident : census.residents()) {
      var then = before.back(resident.index(), 0);
      if (then != null) {
        health.put(resident.uscc(), then.health());
      }
    }
    return health;
  }
}
