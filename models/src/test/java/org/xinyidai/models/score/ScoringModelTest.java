package org.xinyidai.models.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoringModelTest {
  private static final double[] ROW = {0.3, Double.NaN, 0.8};
  private static final TreeEnsemble TREES = Forests.random(new SplittableRandom(3), 3, 4, 3);

  private static ScoringModel model(List<CheckVector> checks) {
    return new ScoringModel(
        "m", 0, TREES, Scaling.STANDARD, GradeScale.STANDARD, checks, Map.of("seed", "3"));
  }

  private static CheckVector check(double stray) {
    double probability = TREES.calibration().probability(TREES.margin(ROW));
    return new CheckVector(DoubleStream.of(ROW).boxed().toList(), probability + stray);
  }

  @Test
  void a_model_that_repeats_its_check_vectors_is_admitted() {
    assertInstanceOf(Admission.Admitted.class, model(List.of(check(5e-7))).admit());
  }

  @Test
  void a_model_that_strays_from_them_is_refused_with_both_figures() {
    Admission admission = model(List.of(check(0), check(1e-4))).admit();
    String reason = assertInstanceOf(Admission.Refused.class, admission).reason();
    assertTrue(reason.startsWith("check vector 1 of model m gives"), reason);
  }

  @Test
  void a_model_without_check_vectors_or_with_short_ones_is_refused() {
    assertInstanceOf(Admission.Refused.class, model(List.of()).admit());
    assertInstanceOf(
        Admission.Refused.class, model(List.of(new CheckVector(List.of(1.0), 0.5))).admit());
  }

  @Test
  void the_scale_gives_the_base_points_at_the_base_odds_and_pdo_more_at_half() {
    assertEquals(600, Scaling.STANDARD.points(0.05));
    assertEquals(650, Scaling.STANDARD.points(1 / 39.0));
    assertTrue(Scaling.STANDARD.points(0) > 650);
    assertThrows(IllegalArgumentException.class, () -> new Scaling(600, 0, 50));
  }

  @Test
  void grades_and_stars_fall_as_the_probability_rises() {
    GradeScale scale = GradeScale.STANDARD;
    assertEquals(Grade.A, scale.grade(0.05));
    assertEquals(Grade.B, scale.grade(0.0500001));
    assertEquals(Grade.D, scale.grade(1));
    assertEquals(5, scale.stars(0));
    assertEquals(1, scale.stars(0.9));
    assertThrows(
        IllegalArgumentException.class,
        () -> new GradeScale(List.of(0.2, 0.1, 0.3), List.of(0.1, 0.2, 0.3, 0.4)));
  }
}
