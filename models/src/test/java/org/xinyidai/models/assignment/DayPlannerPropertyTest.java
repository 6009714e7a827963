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
