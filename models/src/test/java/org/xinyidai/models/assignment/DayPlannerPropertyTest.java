package org.xinyidai.models.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.xinyidai.models.assignment.MatchDay.Choice;

class DayPlannerPropertyTest {
  /** Tries every plan: the obvious way, for a few demands. */
  private static long bestWorth(List<List<Choice>> demands, int next, Map<String, Integer> left) {
    if (next == demands.size()) {
      return 0;
    }
    long best = bestWorth(demands, next + 1, left);
    for (Choice one : demands.get(next)) {
      int places = left.getOrDefault(one.product(), Integer.MAX_VALUE);
      if (places > 0) {
        left.put(one.product(), places - 1);
        best = Math.max(best, one.worthFen() + bestWorth(demands, next + 1, left));
        left.put(one.product(), places);
      }
    }
    return best;
  }

  @Property(tries = 300, seed = "51")
  void the_plan_is_worth_what_the_best_of_all_plans_is_worth(@ForAll long seed) {
    Random random = new Random(seed);
    List<List<Choice>> demands = new ArrayList<>();
    List<Choice> choices = new ArrayList<>();
    for (int d = 0; d < random.nextInt(7); d++) {
      List<Choice> own = new ArrayList<>();
      for (int p = 0; p < 4; p++) {
        if (random.nextBoolean()) {
          // Worths in fen of real loans, beside some that nobody would take.
          long worth = random.nextInt(5) == 0 ? -5 : random.nextInt(6) * 123_456_789L;
          own.add(new Choice("d" + d, "p" + p, worth));
        }
      }
      demands.add(own);
      choices.addAll(own);
    }
    Map<String, Integer> places = new HashMap<>();
    for (int p = 0; p < 3; p++) {
      places.put("p" + p, random.nextInt(3));
    }
    DayPlan plan = DayPlanner.plan(new MatchDay(choices, places));
    assertEquals(bestWorth(demands, 0, new HashMap<>(places)), plan.worthFen(), "seed " + seed);
    assertEquals(
        plan.chosen().size(), plan.chosen().stream().map(Choice::demand).distinct().count());
    places.forEach(
        (product, most) ->
            assertTrue(
                plan.chosen().stream().filter(c -> c.product().equals(product)).count() <= most));
    assertEquals(plan, DayPlanner.plan(new MatchDay(choices, places)));
  }

  /** Tries every plan with quotas of money: the obvious way. */
  private static long bestWithMoney(List<List<Choice>> demands, int next, Map<String, Long> left) {
    if (next == demands.size()) {
      return 0;
    }
    long best = bestWithMoney(demands, next + 1, left);
    for (Choice one : demands.get(next)) {
      long money = left.getOrDefault(one.product(), Long.MAX_VALUE);
      if (money >= one.amountFen()) {
        left.put(one.product(), money - one.amountFen());
        best = Math.max(best, one.worthFen() + bestWithMoney(demands, next + 1, left));
        left.put(one.product(), money);
      }
    }
    return best;
  }

  @Property(tries = 300, seed = "52")
  void where_all_loans_of_a_product_are_of_one_size_money_is_planned_as_well_as_places(
      @ForAll long seed) {
    Random random = new Random(seed);
    MoneyDay day = MoneyDay.of(random, true);
    DayPlan plan = DayPlanner.plan(new MatchDay(day.all(), Map.of(), day.leftFen()));
    assertEquals(
        bestWithMoney(day.demands(), 0, new HashMap<>(day.leftFen())),
        plan.worthFen(),
        "seed " + seed);
  }

  @Property(tries = 500, seed = "53")
  void no_quota_of_money_is_passed_and_nobody_is_left_out_who_would_still_fit(@ForAll long seed) {
    Random random = new Random(seed);
    MoneyDay day = MoneyDay.of(random, false);
    Map<String, Integer> places = Map.of("p0", random.nextInt(4));
    DayPlan plan = DayPlanner.plan(new MatchDay(day.all(), places, day.leftFen()));

    Map<String, Long> left = new HashMap<>(day.leftFen());
    Map<String, Integer> loans = new HashMap<>(places);
    List<String> placed = new ArrayList<>();
    for (Choice one : plan.chosen()) {
      left.computeIfPresent(one.product(), (p, fen) -> fen - one.amountFen());
      loans.computeIfPresent(one.product(), (p, n) -> n - 1);
      placed.add(one.demand());
    }
    assertTrue(left.values().stream().allMatch(fen -> fen >= 0), "seed " + seed + " " + left);
    assertTrue(loans.values().stream().allMatch(n -> n >= 0), "seed " + seed);
    assertEquals(placed.size(), placed.stream().distinct().count());
    for (Choice one : day.all()) {
      boolean fits =
          left.getOrDefault(one.product(), Long.MAX_VALUE) >= one.amountFen()
              && loans.getOrDefault(one.product(), 1) > 0;
      assertTrue(
          placed.contains(one.demand()) || one.worthFen() <= 0 || !fits,
          "seed " + seed + ": " + one + " would fit");
    }
    assertTrue(plan.worthFen() <= bestWithMoney(day.demands(), 0, new HashMap<>(day.leftFen())));
  }

  @Example
  void a_demand_too_large_for_what_is_left_does_not_keep_the_small_ones_out() {
    MatchDay day =
        new MatchDay(
            List.of(
                new Choice("large", "p", 20_000_000, 900),
                new Choice("small", "p", 4_000_000, 100),
                new Choice("other", "p", 5_000_000, 100)),
            Map.of(),
            Map.of("p", 10_000_000L));
    assertEquals(
        List.of("small", "other"),
        DayPlanner.plan(day).chosen().stream().map(Choice::demand).toList());
  }

  @Example
  void the_order_in_which_demands_stand_does_not_change_what_a_plan_is_worth() {
    Random random = new Random(54);
    for (int i = 0; i < 50; i++) {
      MoneyDay day = MoneyDay.of(random, true);
      List<Choice> turned = new ArrayList<>(day.all());
      Collections.shuffle(turned, random);
      assertEquals(
          DayPlanner.plan(new MatchDay(day.all(), Map.of(), day.leftFen())).worthFen(),
          DayPlanner.plan(new MatchDay(turned, Map.of(), day.leftFen())).worthFen());
    }
  }

  /** Some demands, each with some of four products, of which two are bound by money. */
  private record MoneyDay(List<List<Choice>> demands, Map<String, Long> leftFen) {
    static MoneyDay of(Random random, boolean oneSize) {
      List<List<Choice>> demands = new ArrayList<>();
      for (int d = 0; d < random.nextInt(7); d++) {
        List<Choice> own = new ArrayList<>();
        for (int p = 0; p < 4; p++) {
          if (random.nextBoolean()) {
            long amount = oneSize ? 1_000_000L * (p + 1) : 1_000_000L * (1 + random.nextInt(9));
            own.add(new Choice("d" + d, "p" + p, amount, random.nextInt(6) * 12_345_678L));
          }
        }
        demands.add(own);
      }
      return new MoneyDay(
          demands,
          Map.of("p0", 1_000_000L * random.nextInt(12), "p1", 1_000_000L * random.nextInt(12)));
    }

    List<Choice> all() {
      return demands.stream().flatMap(List::stream).toList();
    }
  }

  @Example
  void the_scarce_place_goes_where_it_helps_most() {
    MatchDay day =
        new MatchDay(
            List.of(
                new Choice("a", "cheap", 100),
                new Choice("a", "dear", 90),
                new Choice("b", "cheap", 80)),
            Map.of("cheap", 1));
    assertEquals(
        List.of(new Choice("a", "dear", 90), new Choice("b", "cheap", 80)),
        DayPlanner.plan(day).chosen());
  }

  @Example
  void a_demand_that_names_a_product_twice_is_our_own_mistake() {
    Choice one = new Choice("a", "p", 5);
    assertThrows(
        IllegalArgumentException.class,
        () -> DayPlanner.plan(new MatchDay(List.of(one, one), Map.of())));
    assertThrows(
        IllegalArgumentException.class,
        () -> new MatchDay(Collections.nCopies(MatchDay.MAX_CHOICES + 1, one), Map.of()));
  }
}
