package org.xinyidai.models.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.xinyidai.models.score.BinRange;
import org.xinyidai.models.score.BinRange.Interval;

/** Cuts the axis of a numeric column into intervals (数值分箱). */
final class NumericIntervals {
  private NumericIntervals() {}

  static List<BinRange> of(
      TrainingSet set, int column, BinningSettings settings, WeightOfEvidence evidence) {
    List<Double> specials = set.columns().get(column).input().specials();
    double[] values = set.column(column);
    int[] rows =
        IntStream.range(0, values.length)
            .filter(row -> !Double.isNaN(values[row]) && !specials.contains(values[row] + 0.0))
            .toArray();
    double[] sorted = IntStream.of(rows).mapToDouble(row -> values[row]).sorted().toArray();
    double[] edges = edges(sorted, settings.fineClasses());
    long[] goods = new long[edges.length + 1];
    long[] bads = new long[edges.length + 1];
    for (int row : rows) {
      (set.isBad(row) ? bads : goods)[classOf(edges, values[row])]++;
    }
    int[] cuts = new OptimalBinning(new FineClasses(goods, bads), settings, evidence).cuts();
    List<BinRange> intervals = new ArrayList<>();
    double from = Double.NEGATIVE_INFINITY;
    for (int cut : cuts) {
      intervals.add(new Interval(from, edges[cut - 1]));
      from = edges[cut - 1];
    }
    intervals.add(new Interval(from, Double.POSITIVE_INFINITY));
    return intervals;
  }

  /** The number of edges that are not above the value. */
  private static int classOf(double[] edges, double value) {
    int found = Arrays.binarySearch(edges, value);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Edges between classes of about equal size; equal values never part. */
  private static double[] edges(double[] sorted, int classes) {
    List<Double> edges = new ArrayList<>();
    double due = (double) sorted.length / classes;
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] > sorted[i - 1] && i >= due) {
        edges.add(shortestBetween(sorted[i - 1], sorted[i]));
        due = i + (double) (sorted.length - i) / Math.max(1, classes - edges.size());
      }
    }
    return edges.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The number with the fewest digits above {@code low} and not above {@code high}. */
  static double shortestBetween(double low, double high) {
    if (Double.isInfinite(low) || Double.isInfinite(high)) {
      return high;
    }
    BigDecimal middle = new BigDecimal(low).add(new BigDecimal(high)).divide(BigDecimal.valueOf(2));
    for (int digits = 1; digits < 17; digits++) {
      double rounded = middle.round(new MathContext(digits, RoundingMode.HALF_EVEN)).doubleValue();
      if (rounded > low && rounded <= high) {
        return rounded + 0.0;
      }
    }
    return high;
  }
}
