package org.xinyidai.models.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.xinyidai.models.score.BinRange.Categories;
import org.xinyidai.models.score.BinRange.Interval;
import org.xinyidai.models.score.BinRange.Missing;
import org.xinyidai.models.score.BinRange.OtherCategories;
import org.xinyidai.models.score.BinRange.Special;

class ScorecardCompilePropertyTest {

  @Property(tries = 200)
  void the_flat_arrays_equal_the_plain_card_on_edges_specials_missing_and_the_rest(
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Scorecard card = card(random);
    CompiledModel compiled = card.compile(Scaling.STANDARD);
    double[] lost = new double[card.characteristics().size()];
    for (int i = 0; i < 50; i++) {
      double[] row =
          card.characteristics().stream().mapToDouble(one -> value(one, random)).toArray();
      double z = card.logOddsOfBad(row);
      assertEquals(1 / (1 + Math.exp(-z)), compiled.probabilityOfDefault(row), 1e-12);
      compiled.pointsLost(row, lost);
      for (int k = 0; k < lost.length; k++) {
        assertEquals(slowLoss(card.characteristics().get(k), row[k]), lost[k], 1e-9);
      }
    }
  }

  private static double slowLoss(Characteristic one, double value) {
    double best = Double.POSITIVE_INFINITY;
    for (Bin bin : one.bins()) {
      if (!(bin.range() instanceof Missing)) {
        best = Math.min(best, one.coefficient() * bin.woe());
      }
    }
    double loss = one.coefficient() * one.binOf(value).woe() - best;
    return Math.max(0, loss * Scaling.STANDARD.factor());
  }

  @Property(tries = 100)
  void the_bins_of_a_card_give_points_that_sum_to_the_score(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Scorecard card = card(random);
    double[] row = card.characteristics().stream().mapToDouble(one -> value(one, random)).toArray();
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      Characteristic one = card.characteristics().get(i);
      sum += card.points(Scaling.STANDARD, one, one.binOf(row[i]));
    }
    double expected = Scaling.STANDARD.pointsOfLogOdds(card.logOddsOfBad(row));
    assertEquals(expected, sum, 1e-9);
    double p = card.compile(Scaling.STANDARD).probabilityOfDefault(row);
    assertTrue(Math.abs(Scaling.STANDARD.points(p) - sum) <= 0.5 + 1e-6);
  }

  private static double value(Characteristic one, SplittableRandom random) {
    int kind = random.nextInt(5);
    if (kind == 0) {
      return Double.NaN;
    }
    if (one.input().isCategorical()) {
      return random.nextInt(one.input().categories().size() + 2) - 1;
    }
    if (kind == 1 && !one.input().specials().isEmpty()) {
      double special = one.input().specials().get(random.nextInt(one.input().specials().size()));
      return random.nextBoolean() ? special : Math.nextUp(special);
    }
    if (kind == 2) {
      return random.nextInt(-5, 6);
    }
    return kind == 3
        ? (random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY)
        : random.nextDouble(-6, 6);
  }

  private static Scorecard card(SplittableRandom random) {
    List<Characteristic> characteristics = new ArrayList<>();
    int size = 1 + random.nextInt(6);
    for (int i = 0; i < size; i++) {
      characteristics.add(
          random.nextInt(3) == 0 ? categorical("c" + i, random) : numeric("n" + i, random));
    }
    return new Scorecard(random.nextDouble(-3, 3), characteristics);
  }

  private static Characteristic numeric(String name, SplittableRandom random) {
    List<Double> specials =
        IntStream.range(0, random.nextInt(3)).mapToObj(i -> (double) (i * 2 - 1)).toList();
    List<Bin> bins = new ArrayList<>();
    double from = Double.NEGATIVE_INFINITY;
    for (int edge = -4; edge <= 4; edge++) {
      if (random.nextBoolean()) {
        bins.add(bin(new Interval(from, edge), random));
        from = edge;
      }
    }
    bins.add(bin(new Interval(from, Double.POSITIVE_INFINITY), random));
    specials.forEach(special -> bins.add(bin(new Special(special), random)));
    bins.add(bin(new Missing(), random));
    return new Characteristic(
        new ModelInput(name, List.of(), specials), -random.nextDouble(), 0.3, bins);
  }

  private static Characteristic categorical(String name, SplittableRandom random) {
    int count = 1 + random.nextInt(9);
    List<List<Integer>> groups = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < count; i++) {
      int group = random.nextInt(3);
      if (group < 2) {
        groups.get(group).add(i);
      }
    }
    List<Bin> bins = new ArrayList<>();
    groups.forEach(group -> bins.add(bin(new Categories(group), random)));
    bins.add(bin(new OtherCategories(), random));
    bins.add(bin(new Missing(), random));
    List<String> names = IntStream.range(0, count).mapToObj(i -> "v" + i).toList();
    return new Characteristic(ModelInput.categorical(name, names), -random.nextDouble(), 0.2, bins);
  }

  private static Bin bin(BinRange range, SplittableRandom random) {
    return new Bin(range, random.nextInt(100), random.nextInt(20), random.nextDouble(-2, 2));
  }
}
