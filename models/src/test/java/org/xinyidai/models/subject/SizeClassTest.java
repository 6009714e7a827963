package org.xinyidai.models.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of 工信部联企业〔2011〕300号, read at each of its bounds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SizeClassTest {
  private static final long TEN_THOUSAND_YUAN_FEN = 1_000_000;

  /** Industry, then X, Y, Z at the least that is large, medium and small; 0 where not judged by. */
  @ParameterizedTest
  @CsvSource({
    "A01, 0/20000/0, 0/500/0, 0/50/0",
    "B06, 1000/40000/0, 300/2000/0, 20/300/0",
    "C13, 1000/40000/0, 300/2000/0, 20/300/0",
    "D44, 1000/40000/0, 300/2000/0, 20/300/0",
    "E47, 0/80000/80000, 0/6000/5000, 0/300/300",
    "F51, 200/40000/0, 20/5000/0, 5/1000/0",
    "F52, 300/20000/0, 50/500/0, 10/100/0",
    "G54, 1000/30000/0, 300/3000/0, 20/200/0",
    "G58, 1000/30000/0, 300/3000/0, 20/200/0",
    "G59, 200/30000/0, 100/1000/0, 20/100/0",
    "G60, 1000/30000/0, 300/2000/0, 20/100/0",
    "H61, 300/10000/0, 100/2000/0, 10/100/0",
    "H62, 300/10000/0, 100/2000/0, 10/100/0",
    "I63, 2000/100000/0, 100/1000/0, 10/100/0",
    "I64, 2000/100000/0, 100/1000/0, 10/100/0",
    "I65, 300/10000/0, 100/1000/0, 10/50/0",
    "K7010, 0/200000/10000, 0/1000/5000, 0/100/2000",
    "K7020, 1000/5000/0, 300/1000/0, 100/500/0",
    "L72, 300/0/120000, 100/0/8000, 10/0/100",
    "K703, 300/0/0, 100/0/0, 10/0/0",
    "M73, 300/0/0, 100/0/0, 10/0/0",
    "G53, 300/0/0, 100/0/0, 10/0/0",
    "R87, 300/0/0, 100/0/0, 10/0/0",
  })
  void a_class_begins_at_its_bounds_and_falls_below_any_of_them(
      String code, String large, String medium, String small) {
    Industry industry = Industry.parse(code).orElseThrow();
    String[] tiers = {large, medium, small};
    SizeClass[] classes = {SizeClass.LARGE, SizeClass.MEDIUM, SizeClass.SMALL, SizeClass.MICRO};
    for (int tier = 0; tier < tiers.length; tier++) {
      long[] at = measures(tiers[tier]);
      assertEquals(Optional.of(classes[tier]), SizeClass.of(industry, of(at)));
      for (int i = 0; i < at.length; i++) {
        if (at[i] > 0) {
          long[] below = at.clone();
          below[i]--;
          assertEquals(Optional.of(classes[tier + 1]), SizeClass.of(industry, of(below)));
        }
      }
    }
  }

  @Test
  void one_measure_however_large_does_not_lift_the_other() {
    Industry industry = Industry.parse("C13").orElseThrow();
    assertEquals(
        Optional.of(SizeClass.MICRO),
        SizeClass.of(industry, new SizeMeasures(19L, Long.MAX_VALUE, null)));
    assertEquals(
        Optional.of(SizeClass.SMALL),
        SizeClass.of(industry, new SizeMeasures(1_000_000L, 300 * TEN_THOUSAND_YUAN_FEN, null)));
  }

  @Test
  void without_a_measure_that_counts_there_is_no_class() {
    Industry industry = Industry.parse("C13").orElseThrow();
    assertEquals(Optional.empty(), SizeClass.of(industry, new SizeMeasures(null, 1L, 1L)));
    assertEquals(Optional.empty(), SizeClass.of(industry, new SizeMeasures(1L, null, 1L)));
    Industry other = Industry.parse("M73").orElseThrow();
    assertEquals(
        Optional.of(SizeClass.MEDIUM), SizeClass.of(other, new SizeMeasures(299L, null, null)));
  }

  private static long[] measures(String tier) {
    String[] parts = tier.split("/", -1);
    return new long[] {
      Long.parseLong(parts[0]),
      Long.parseLong(parts[1]) * TEN_THOUSAND_YUAN_FEN,
      Long.parseLong(parts[2]) * TEN_THOUSAND_YUAN_FEN
    };
  }

  private static SizeMeasures of(long[] xyz) {
    return new SizeMeasures(xyz[0], xyz[1], xyz[2]);
  }
}
