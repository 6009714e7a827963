package org.xinyidai.connectors.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.xinyidai.models.training.TrainingColumn;

/**
 * Products and ratios of the numbers of a narrow table (变量组合): a debt is a ratio times an income,
 * and trees need many splits to see it. The outcome is not looked at.
 */
final class ColumnPairs {
  /** A table of more numbers than this has had its ratios taken already. */
  private static final int WIDEST = 20;

  /** So many columns give 28 pairs and 56 columns. */
  private static final int MOST = 8;

  /** Fewer different values than this are grades or flags. */
  private static final int LEAST_VALUES = 5;

  /** What an amount over nothing stands at: beyond all that is over something. */
  private static final double OVER_NOTHING = 1e9;

  private ColumnPairs() {}

  /** A combination with its values, one per row; NaN where either part is missing or a code. */
  static final class Pair {
    private final TrainingColumn column;
    private final double[] values;

    Pair(TrainingColumn column, double[] values) {
      this.column = column;
      this.values = values;
    }

    TrainingColumn column() {
      return column;
    }

    double[] values() {
      return values;
    }
  }

  /**
   * All pairs of the columns with the most different values.
   *
   * @param leftOut positions that another column stands for
   */
  static List<Pair> of(List<TrainingColumn> columns, List<double[]> values, Set<Integer> leftOut) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).input().isCategorical() && !leftOut.contains(i)) {
        parts.add(Part.of(columns.get(i), values.get(i)));
      }
    }
    if (parts.size() > WIDEST) {
      return List.of();
    }
    List<Part> used =
        parts.stream()
            .filter(part -> part.different >= LEAST_VALUES)
            .sorted(
                Comparator.comparingLong((Part part) -> -part.different)
                    .thenComparing(part -> part.name))
            .limit(MOST)
            .toList();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < used.size(); i++) {
      for (int j = i + 1; j < used.size(); j++) {
        pairs.add(used.get(i).times(used.get(j)));
        pairs.add(used.get(i).over(used.get(j)));
      }
    }
    return pairs;
  }

  private static final class Part {
    private final String name;
    private final double[] amounts;
    private final long different;

    Part(String name, double[] amounts, long different) {
      this.name = name;
      this.amounts = amounts;
      this.different = different;
    }

    static Part of(TrainingColumn column, double[] values) {
      List<Double> codes = column.input().specials();
      double[] amounts =
          Arrays.stream(values).map(value -> codes.contains(value) ? Double.NaN : value).toArray();
      long different =
          Arrays.stream(amounts).filter(value -> !Double.isNaN(value)).distinct().count();
      return new Part(column.name(), amounts, different);
    }

    Pair times(Part other) {
      return new Pair(
          TrainingColumn.combined(name + " × " + other.name),
          rows().mapToDouble(row -> amounts[row] * other.amounts[row]).toArray());
    }

    Pair over(Part other) {
      return new Pair(
          TrainingColumn.combined(name + " ÷ " + other.name),
          rows().mapToDouble(row -> ratio(amounts[row], other.amounts[row])).toArray());
    }

    private IntStream rows() {
      return IntStream.range(0, amounts.length);
    }

    private static double ratio(double above, double below) {
      return below == 0 ? above * OVER_NOTHING : above / below;
    }
  }
}
