package org.xinyidai.models.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StabilityIndexTest {
  private static double[] upTo(int size, double factor) {
    return IntStream.range(0, size).mapToDouble(i -> i * factor).toArray();
  }

  @Test
  void the_same_distribution_is_stable_whatever_its_size() {
    assertEquals(0, StabilityIndex.between(upTo(1_000, 1), upTo(1_000, 1)), 1e-12);
    assertTrue(StabilityIndex.between(upTo(1_000, 1), upTo(500, 2)) < 0.001);
  }

  @Test
  void two_bands_are_reckoned_by_hand() {
    double[] reference = IntStream.range(0, 1_000).mapToDouble(i -> i % 2).toArray();
    double[] actual = IntStream.range(0, 1_000).mapToDouble(i -> i % 5 == 0 ? 0 : 1).toArray();
    double byHand = (0.2 - 0.5) * Math.log(0.2 / 0.5) + (0.8 - 0.5) * Math.log(0.8 / 0.5);
    assertEquals(byHand, StabilityIndex.between(reference, actual), 0.01);
  }

  @Test
  void a_shift_and_a_rise_of_the_missing_show() {
    assertTrue(StabilityIndex.between(upTo(1_000, 1), upTo(1_000, 2)) > StabilityIndex.SHIFTED);
    double[] gaps = upTo(1_000, 1);
    IntStream.range(0, 300).forEach(i -> gaps[i * 3] = Double.NaN);
    assertTrue(StabilityIndex.between(upTo(1_000, 1), gaps) > StabilityIndex.SHIFTED);
  }

  @Test
  void nothing_cannot_be_compared() {
    assertThrows(
        IllegalArgumentException.class, () -> StabilityIndex.between(new double[0], upTo(3, 1)));
  }
}
