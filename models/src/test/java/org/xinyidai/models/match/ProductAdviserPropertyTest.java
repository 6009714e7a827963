package org.xinyidai.models.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.match.ProductAdvice.State;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.Criterion.WhenMissing;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.RangeCriterion;
import org.xinyidai.models.product.SampleCatalogue;
import org.xinyidai.models.product.SampleProducts;
import org.xinyidai.models.product.SetCriterion;
import org.xinyidai.models.score.Action;

/** The advice beside trying every whole number that is within reach of every feature. */
class ProductAdviserPropertyTest {
  private static final List<Action> ACTIONS =
      List.of(
          new Action("tax_paid_fen_12m", true, 0.5, true, 12, "增税", "grow"),
          new Action("sales_invoiced_fen_12m", true, 9, false, 6, "增收", "sell"),
          new Action("tax_rating_class", true, 5, false, 12, "提级", "rate"),
          new Action("electricity_arrears_count_24m", false, 0, false, 24, "缴费", "pay"));

  /** What the slow way found. */
  private record Found(int changes, int months, double effort) {
    boolean isEasierThan(Found other) {
      if (changes != other.changes) {
        return changes < other.changes;
      }
      return months < other.months || (months == other.months && effort < other.effort);
    }
  }

  private static LoanProduct product(SplittableRandom random) {
    List<Criterion> criteria = new ArrayList<>();
    criteria.add(RangeCriterion.atLeast("age_months", random.nextInt(3)));
    criteria.add(RangeCriterion.atLeast("tax_paid_fen_12m", random.nextInt(12)));
    if (random.nextBoolean()) {
      criteria.add(RangeCriterion.atLeast("sales_invoiced_fen_12m", random.nextInt(12)));
    }
    if (random.nextBoolean()) {
      List<String> ratings = random.nextBoolean() ? List.of("A", "B") : List.of("M");
      criteria.add(new SetCriterion("tax_rating_class", ratings, WhenMissing.FAILS));
    }
    if (random.nextBoolean()) {
      criteria.add(RangeCriterion.atMost("electricity_arrears_count_24m", random.nextInt(3)));
    }
    return SampleProducts.with("p", criteria.toArray(Criterion[]::new));
  }

  private static Map<String, Double> features(SplittableRandom random) {
    Map<String, Double> features = new HashMap<>();
    features.put("age_months", 2.0);
    features.put("tax_paid_fen_12m", (double) random.nextInt(12));
    features.put("sales_invoiced_fen_12m", (double) random.nextInt(12));
    features.put("tax_rating_class", 1.0 + random.nextInt(5));
    features.put("electricity_arrears_count_24m", (double) random.nextInt(4));
    return features;
  }

  @Property(tries = 2_000)
  void no_smaller_sooner_or_easier_set_of_changes_opens_the_product(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LoanProduct product = product(random);
    Map<String, Double> features = features(random);

    ProductAdvice advice =
        new ProductAdviser(SampleCatalogue.CATALOGUE, List.of(), ACTIONS, null)
            .advise(product, SampleCandidate.with(features, Map.of()), FutureValues.UNKNOWN);
    @Nullable Found least = slow(product, features, new HashMap<>(features), 0, null);

    if (least == null || least.changes() > ProductAdviser.MOST_STEPS) {
      assertEquals(least == null ? State.CLOSED : State.TOO_MANY, advice.state());
      assertEquals(least == null, !advice.blockers().isEmpty());
      return;
    }
    assertEquals(least.changes() == 0 ? State.OPEN : State.OPENS, advice.state());
    assertEquals(least.changes(), advice.steps().size());
    assertEquals(least.months(), advice.months());
    double effort =
        advice.steps().stream().mapToDouble(s -> effort(s.action(), s.from(), s.to())).sum();
    assertEquals(least.effort(), effort, 1e-9);
    Map<String, Double> after = new HashMap<>(features);
    advice.steps().forEach(step -> after.put(step.action().feature(), step.to()));
    assertEquals(true, opens(product, after));
  }

  private static @Nullable Found slow(
      LoanProduct product,
      Map<String, Double> before,
      Map<String, Double> now,
      int index,
      @Nullable Found best) {
    if (index == ACTIONS.size()) {
      Found found = found(before, now);
      boolean better = best == null || found.isEasierThan(best);
      return better && opens(product, now) ? found : best;
    }
    Action action = ACTIONS.get(index);
    double from = before.get(action.feature());
    double bound = action.bound(from);
    @Nullable Found least = best;
    for (double value = from;
        action.rises() ? value <= bound : value >= bound;
        value += action.rises() ? 1 : -1) {
      now.put(action.feature(), value);
      least = slow(product, before, now, index + 1, least);
    }
    now.put(action.feature(), from);
    return least;
  }

  private static Found found(Map<String, Double> before, Map<String, Double> now) {
    int changes = 0;
    int months = 0;
    double effort = 0;
    for (Action action : ACTIONS) {
      double from = before.get(action.feature());
      double to = now.get(action.feature());
      if (from != to) {
        changes++;
        months = Math.max(months, action.months());
        effort += effort(action, from, to);
      }
    }
    return new Found(changes, months, effort);
  }

  private static double effort(Action action, double from, double to) {
    return Math.abs(to - from) / Math.abs(action.bound(from) - from);
  }

  private static boolean opens(LoanProduct product, Map<String, Double> features) {
    return new LoopMatcher(SampleCatalogue.CATALOGUE, List.of(product), SampleCandidate.DAY)
        .eligible(SampleCandidate.with(features, Map.of()))
        .get(0);
  }
}
