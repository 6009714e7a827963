package org.xinyidai.models.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinearModelPropertyTest {
  private static LinearModel random(SplittableRandom random, int terms) {
    return new LinearModel(
        random.nextDouble(-1, 1),
        IntStream.range(0, terms)
            .mapToObj(
                i ->
                    new LinearTerm(
                        ModelInput.numeric("x" + i),
                        random.nextDouble(-1, 1),
                        random.nextDouble(-1, 1)))
            .toList());
  }

  @Property
  void compiled_equals_the_sum_of_terms_with_missing_values_neutral(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 30) int terms) {
    SplittableRandom random = new SplittableRandom(seed);
    LinearModel model = random(random, terms);
    double[] row = Forests.row(random, terms);
    double expected = 1 / (1 + Math.exp(-model.logOddsOfBad(row)));
    CompiledModel compiled = model.compile(Scaling.STANDARD);
    assertEquals(expected, compiled.probabilityOfDefault(row), 1e-12);
  }

  @Test
  void only_what_raises_the_risk_above_neutral_costs_points() {
    LinearModel model =
        new LinearModel(
            0,
            List.of(
                new LinearTerm(ModelInput.numeric("debt"), 2, 1),
                new LinearTerm(ModelInput.numeric("sales"), -1, 5),
                new LinearTerm(ModelInput.numeric("age"), -1, 5)));
    double[] lost = new double[3];
    model
        .compile(new Scaling(600, 1, Math.log(2)))
        .pointsLost(new double[] {2, 7, Double.NaN}, lost);
    assertEquals(2, lost[0], 1e-12);
    assertEquals(0, lost[1]);
    assertEquals(0, lost[2]);
  }

  @Test
  void a_term_takes_plain_numbers_only() {
    ModelInput category = ModelInput.categorical("trade", List.of("a", "b"));
    assertThrows(IllegalArgumentException.class, () -> new LinearTerm(category, 1, 0));
    ModelInput plain = ModelInput.numeric("x");
    assertThrows(IllegalArgumentException.class, () -> new LinearTerm(plain, Double.NaN, 0));
  }
}
