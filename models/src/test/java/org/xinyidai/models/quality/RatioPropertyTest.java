package org.xinyidai.models.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RatioPropertyTest {
  @Property(seed = "20180115")
  void addition_and_subtraction_undo_each_other(
      @ForAll int a,
      @ForAll @IntRange(min = 1) int b,
      @ForAll int c,
      @ForAll @IntRange(min = 1, max = 10_000) int d) {
    Ratio left = new Ratio(a, b);
    Ratio right = new Ratio(c % 10_000, d);
    assertEquals(left, left.plus(right).minus(right));
  }

  @Property(seed = "20180115")
  void order_is_the_order_of_decimals(
      @ForAll int a,
      @ForAll @IntRange(min = 1) int b,
      @ForAll int c,
      @ForAll @IntRange(min = 1) int d) {
    int exact =
        BigDecimal.valueOf((long) a)
            .multiply(BigDecimal.valueOf(d))
            .compareTo(BigDecimal.valueOf((long) c).multiply(BigDecimal.valueOf(b)));
    assertEquals(Integer.signum(exact), Integer.signum(new Ratio(a, b).compareTo(new Ratio(c, d))));
  }

  @Property(seed = "20180115")
  void more_never_earns_less(
      @ForAll @IntRange(min = 0, max = 1000) int x, @ForAll @IntRange(min = 0, max = 1000) int y) {
    Ratio low = new Ratio(Math.min(x, y), 1000);
    Ratio high = new Ratio(Math.max(x, y), 1000);
    assertTrue(PointRule.A_RATED.pointsOf(low).compareTo(PointRule.A_RATED.pointsOf(high)) <= 0);
    assertTrue(
        PointRule.SERIOUSLY_DISHONEST
                .pointsOf(low)
                .compareTo(PointRule.SERIOUSLY_DISHONEST.pointsOf(high))
            >= 0);
  }
}
