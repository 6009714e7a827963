package org.xinyidai.models.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.distribution.Stability.Level;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.MissingReason;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DistributionTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 30);

  @Test
  void small_whole_numbers_are_told_as_they_are() {
    for (int number = 0; number < 50; number++) {
      assertEquals(number, Grid.value(Grid.cell(number)));
      assertEquals(-number, Grid.value(Grid.cell(-number)) + 0.0);
    }
  }

  @Test
  void quantiles_are_within_two_percent_of_sorted_values() {
    double[] values = new SplittableRandom(3).doubles(5_001, 1, 1e9).sorted().toArray();
    Distribution distribution = of(values);
    for (double share : new double[] {0.01, 0.25, 0.5, 0.75, 0.99}) {
      double exact = values[(int) Math.ceil(share * values.length) - 1];
      assertEquals(exact, distribution.quantile(share), exact * 0.021);
    }
    assertEquals(values[0], distribution.least());
    assertEquals(values[5_000], distribution.greatest());
  }

  @Test
  void what_is_missing_is_counted_by_reason_and_is_no_value() {
    Distribution distribution = of(1, 2, 3);
    distribution.add(vector(Double.NaN, MissingReason.FEED_ABSENT, DAY), 0);
    assertEquals(0.75, distribution.coverage());
    assertEquals(1, distribution.missing(MissingReason.FEED_ABSENT));
    assertEquals(0, distribution.missing(MissingReason.DENOMINATOR_ZERO));
    assertEquals(1, distribution.least());
  }

  @Test
  void freshness_is_the_age_of_the_values() {
    Distribution distribution = of(1);
    distribution.add(vector(2, MissingReason.NONE, DAY.minusDays(30)), 0);
    assertEquals(15, distribution.meanAgeDays(DAY));
    assertEquals(30, distribution.oldestAgeDays(DAY));
  }

  @Test
  void kept_bytes_give_the_same_distribution() {
    Distribution distribution = of(-4.5, 0, 0, 7, 1e12);
    ByteBuffer bytes = ByteBuffer.allocate(DistributionCodec.size(distribution));
    DistributionCodec.write(distribution, bytes);
    Distribution read = DistributionCodec.read(bytes.flip());
    assertEquals(Bar.histogram(distribution), Bar.histogram(read));
    assertEquals(distribution.quantile(0.5), read.quantile(0.5));
    assertEquals(distribution.total(), read.total());
    assertEquals(distribution.greatest(), read.greatest());
    assertEquals(distribution.meanAgeDays(DAY), read.meanAgeDays(DAY));
  }

  @Test
  void bins_hold_everyone_once_and_are_of_equal_weight_in_their_base() {
    Distribution base = of(new SplittableRandom(5).doubles(10_000, 0, 1e6).toArray());
    long[] counts = Bins.of(base).counts(base);
    assertEquals(11, counts.length);
    for (int bin = 0; bin < 10; bin++) {
      assertTrue(Math.abs(counts[bin] - 1_000) < 250, "bin " + bin + ": " + counts[bin]);
    }
    long[] wider = Bins.of(base).counts(of(-5, 2e6, 3e6));
    assertEquals(1, wider[0]);
    assertEquals(2, wider[9]);
  }

  @Test
  void the_index_of_a_known_table_is_that_of_the_formula() {
    // shares 0.5 0.5 against 0.6 0.4: 0.1 ln 1.2 + (-0.1) ln 0.8
    double index = Stability.index(new long[] {50, 50}, new long[] {60, 40});
    assertEquals(0.1 * Math.log(1.2) - 0.1 * Math.log(0.8), index, 1e-12);
    assertEquals(Level.STABLE, Level.of(index));
    assertEquals(Level.WATCH, Level.of(0.1));
    assertEquals(Level.SHIFTED, Level.of(0.26));
  }

  @Test
  void a_sample_of_the_same_population_stays_within_the_noise() {
    Distribution base = of(new SplittableRandom(1).doubles(300).toArray());
    Distribution again = of(new SplittableRandom(2).doubles(200).toArray());
    Bins bins = Bins.of(base);
    long[] was = bins.counts(base);
    long[] is = bins.counts(again);
    assertTrue(Stability.index(was, is) < Stability.noise(was, is));
  }

  private static Distribution of(double... values) {
    Distribution distribution = new Distribution();
    DoubleStream.of(values)
        .forEach(value -> distribution.add(vector(value, MissingReason.NONE, DAY), 0));
    return distribution;
  }

  private static FeatureVector vector(double value, MissingReason missing, LocalDate day) {
    return new FeatureVector(
        Uscc.fromStem("91110000MA000000"),
        1,
        day,
        Instant.EPOCH,
        new double[] {value},
        new byte[] {missing.code()});
  }
}
