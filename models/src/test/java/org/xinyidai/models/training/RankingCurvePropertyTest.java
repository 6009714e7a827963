package org.xinyidai.models.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.xinyidai.models.training.RankingCurve.Point;

class RankingCurvePropertyTest {

  @Property(tries = 50)
  void the_area_under_the_points_is_the_auc_up_to_the_chart_s_coarseness(
      @ForAll @IntRange(min = 20, max = 2_000) int rows, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] risks = new double[rows];
    boolean[] bad = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      risks[row] = random.nextInt(50);
      bad[row] = row < 2 ? row == 0 : random.nextInt(100) < 20 + risks[row];
    }
    RankingCurve curve = RankingCurve.of(risks, bad);
    assertEquals(new Point(0, 0, 0), curve.points().get(0));
    assertEquals(new Point(1, 1, 1), curve.points().get(curve.points().size() - 1));
    double area = 0;
    for (int i = 1; i < curve.points().size(); i++) {
      Point from = curve.points().get(i - 1);
      Point to = curve.points().get(i);
      assertTrue(to.rows() > from.rows() && to.goods() >= from.goods() && to.bads() >= from.bads());
      area += (to.goods() - from.goods()) * (to.bads() + from.bads()) / 2;
      assertTrue(Math.abs(to.bads() - to.goods()) <= curve.ks() + 1e-9);
    }
    assertEquals(curve.auc(), area, 0.01);
  }
}
