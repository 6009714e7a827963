package org.xinyidai.models.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WeightOfEvidenceTest {
  private static final WeightOfEvidence HALF_SMOOTHED = new WeightOfEvidence(900, 100, 10);
  private static final double NEARLY_NONE = 1e-9;

  @Test
  void a_bin_safer_than_the_whole_has_evidence_above_zero() {
    assertTrue(HALF_SMOOTHED.woe(99, 1) > 0);
    assertTrue(HALF_SMOOTHED.woe(50, 50) < 0);
  }

  @Test
  void a_bin_like_the_whole_and_an_empty_bin_weigh_nothing() {
    assertEquals(0, HALF_SMOOTHED.woe(90, 10), 1e-12);
    assertEquals(0, HALF_SMOOTHED.woe(0, 0), 1e-12);
  }

  @Test
  void without_smoothing_it_is_the_log_of_the_two_shares() {
    WeightOfEvidence plain = new WeightOfEvidence(900, 100, NEARLY_NONE);
    assertEquals(Math.log((300 / 900.0) / (10 / 100.0)), plain.woe(300, 10), 1e-9);
    double expected = (300 / 900.0 - 10 / 100.0) * Math.log((300 / 900.0) / (10 / 100.0));
    assertEquals(expected, plain.informationValue(300, 10), 1e-9);
  }

  @Test
  void a_bin_without_bads_stays_finite_and_few_rows_claim_less_than_many() {
    assertTrue(Double.isFinite(HALF_SMOOTHED.woe(5, 0)));
    assertTrue(HALF_SMOOTHED.woe(5, 0) < HALF_SMOOTHED.woe(50, 0));
  }

  @Test
  void a_sample_of_one_outcome_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new WeightOfEvidence(10, 0, 1));
  }
}
