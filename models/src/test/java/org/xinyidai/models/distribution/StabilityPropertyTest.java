package org.xinyidai.models.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class StabilityPropertyTest {
  @Property
  void contributions_of_parts_sum_to_the_index_of_the_whole(
      @ForAll @Size(6) long[] seeds, @ForAll @LongRange(min = 1, max = 9) long size) {
    SplittableRandom random = new SplittableRandom(Arrays.hashCode(seeds) * size);
    long[] base = counts(random);
    long[] now = counts(random);
    long[] basePart = partOf(base, random);
    long[] nowPart = partOf(now, random);
    double sum =
        Stability.contribution(base, now, basePart, nowPart)
            + Stability.contribution(base, now, rest(base, basePart), rest(now, nowPart));
    assertEquals(Stability.index(base, now), sum, 1e-9);
  }

  @Property
  void an_index_is_never_negative_and_zero_for_the_same(@ForAll @Size(6) long[] seeds) {
    SplittableRandom random = new SplittableRandom(Arrays.hashCode(seeds));
    long[] base = counts(random);
    assertTrue(Stability.index(base, counts(random)) >= -1e-12);
    assertEquals(0, Stability.index(base, base));
  }

  @Property
  void a_cell_keeps_the_order_of_values_and_two_percent_of_them(
      @ForAll @DoubleRange(min = -1e15, max = 1e15) double a,
      @ForAll @DoubleRange(min = -1e15, max = 1e15) double b) {
    assertTrue(a <= b ? Grid.cell(a) <= Grid.cell(b) : Grid.cell(a) >= Grid.cell(b));
    assertEquals(a, Grid.value(Grid.cell(a)), Math.abs(a) * 0.021 + 1e-6);
  }

  private static long[] counts(SplittableRandom random) {
    return random.longs(6, 0, 100).map(count -> count + 1).toArray();
  }

  private static long[] partOf(long[] whole, SplittableRandom random) {
    return Arrays.stream(whole).map(count -> random.nextLong(count + 1)).toArray();
  }

  private static long[] rest(long[] whole, long[] part) {
    long[] rest = whole.clone();
    Arrays.setAll(rest, i -> whole[i] - part[i]);
    return rest;
  }
}
