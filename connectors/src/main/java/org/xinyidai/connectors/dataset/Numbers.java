package org.xinyidai.connectors.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Figures over the numbers that a column holds in some rows (数值汇总). */
final class Numbers {
  private Numbers() {}

  /** The numbers of a column, in the order of the rows; what is no number is left out. */
  static List<Double> of(List<Map<String, String>> rows, String column) {
    List<Double> numbers = new ArrayList<>();
    for (Map<String, String> row : rows) {
      String cell = row.getOrDefault(column, "");
      if (cell.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?")) {
        numbers.add(Double.parseDouble(cell));
      }
    }
    return numbers;
  }

  static double sum(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).sum();
  }

  static double mean(List<Double> numbers) {
    return sum(numbers) / numbers.size();
  }

  static double greatest(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
