package org.xinyidai.models.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows parted into groups by something that a model must not treat unfairly (公平性分组): size class,
 * district, age of enterprise.
 *
 * @param by what parts them
 * @param groups per row, the name of its group
 */
public record Grouping(String by, List<String> groups) {
  private static final String MISSING = "缺失";
  private static final String OTHERS = "其他";

  /** A group of fewer rows says little by itself. */
  private static final int LEAST_ROWS = 30;

  /** Numbers are parted into so many groups of about equal size. */
  private static final int NUMBER_GROUPS = 4;

  public Grouping {
    groups = List.copyOf(groups);
  }

  /** Parts rows by a column: by category, or numbers by quarter. Small groups are put together. */
  public static Grouping of(TrainingSet set, int column) {
    TrainingColumn own = set.columns().get(column);
    double[] values = set.column(column);
    List<String> names = new ArrayList<>();
    double[] edges = own.input().isCategorical() ? new double[0] : edges(values);
    for (double value : values) {
      if (Double.isNaN(value)) {
        names.add(MISSING);
      } else if (own.input().isCategorical()) {
        names.add(value < 0 ? OTHERS : own.input().categories().get((int) value));
      } else {
        names.add(band(edges, value));
      }
    }
    return new Grouping(own.name(), names).withoutSmall();
  }

  /**
   * Parts rows by what is known of them beside the columns. Small groups are put together.
   *
   * @param names per row, its group; empty where not known
   */
  public static Grouping of(String by, List<String> names) {
    return new Grouping(by, names.stream().map(name -> name.isEmpty() ? MISSING : name).toList())
        .withoutSmall();
  }

  private static double[] edges(double[] values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    double[] edges = new double[known.length == 0 ? 0 : NUMBER_GROUPS - 1];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = known[(int) ((long) known.length * (i + 1) / NUMBER_GROUPS)];
    }
    return Arrays.stream(edges).distinct().toArray();
  }

  private static String band(double[] edges, double value) {
    if (edges.length == 0 || value < edges[0]) {
      return edges.length == 0 ? "全部" : "< " + text(edges[0]);
    }
    int last = 0;
    while (last + 1 < edges.length && value >= edges[last + 1]) {
      last++;
    }
    return last + 1 < edges.length
        ? "[" + text(edges[last]) + ", " + text(edges[last + 1]) + ")"
        : "≥ " + text(edges[last]);
  }

  private static String text(double edge) {
    return edge == Math.rint(edge)
        ? String.format(Locale.ROOT, "%.0f", edge)
        : String.format(Locale.ROOT, "%.4g", edge);
  }

  private Grouping withoutSmall() {
    Map<String, Integer> sizes = new TreeMap<>();
    groups.forEach(name -> sizes.merge(name, 1, Integer::sum));
    return new Grouping(
        by,
        groups.stream()
            .map(
                name ->
                    sizes.getOrDefault(name, 0) < LEAST_ROWS && !name.equals(MISSING)
                        ? OTHERS
                        : name)
            .toList());
  }

  /** The names of the groups, in order. */
  public List<String> names() {
    return groups.stream().distinct().sorted().toList();
  }

  /** The rows of a group. */
  public List<Integer> rows(String name) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < groups.size(); row++) {
      if (groups.get(row).equals(name)) {
        rows.add(row);
      }
    }
    return rows;
  }
}
