package org.xinyidai.models.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.training.RejectInference.Inferred;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RejectInferenceTest {
  private static final TrainingSet ALL = Samples.lending(4_000, 21);

  /** A lender who looks at arrears: those with many, or whose arrears are unknown, get nothing. */
  private static TrainingSet part(boolean granted) {
    int[] rows =
        IntStream.range(0, ALL.size()).filter(row -> (ALL.value(row, 0) <= 3) == granted).toArray();
    return ALL.rows(rows);
  }

  private static Inferred infer(double factor) {
    return new RejectInference(part(true), factor, 5).infer(part(false));
  }

  @Test
  void real_outcomes_stay_and_the_rejected_follow_with_guessed_ones() {
    Inferred inferred = infer(1);
    TrainingSet granted = part(true);
    assertEquals(part(false).size(), inferred.rejected());
    assertEquals(ALL.size(), inferred.set().size());
    int[] first = IntStream.range(0, granted.size()).toArray();
    assertEquals(granted.digest(), inferred.set().rows(first).digest());
    assertEquals(granted.bads() + inferred.bads(), inferred.set().bads());
  }

  @Test
  void the_rejected_are_guessed_riskier_than_the_granted_and_the_factor_makes_them_more_so() {
    TrainingSet granted = part(true);
    double rate = (double) granted.bads() / granted.size();
    double plain = (double) infer(1).bads() / infer(1).rejected();
    double doubled = (double) infer(2).bads() / infer(2).rejected();
    assertTrue(plain > rate, plain + " against " + rate);
    assertTrue(doubled > 1.5 * plain, doubled + " against " + plain);
  }

  @Test
  void the_same_seed_guesses_the_same_and_the_warning_counts_them() {
    assertEquals(infer(1.5).set().digest(), infer(1.5).set().digest());
    assertTrue(infer(1.5).warningZh().contains(infer(1.5).rejected() + " 个被拒者"));
  }

  @Test
  void a_factor_below_one_and_other_columns_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> new RejectInference(ALL, 0.9, 1));
    TrainingSet narrow = part(false).columns(new int[] {0, 1});
    assertThrows(
        IllegalArgumentException.class, () -> new RejectInference(ALL, 1, 1).infer(narrow));
  }
}
