package org.xinyidai.connectors.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.training.Sense;
import org.xinyidai.models.training.TrainingColumn;

/** Columns of text become columns of numbers and categories. */
final class TableColumns {
  /** Days between so many pairs of dates become columns of their own. */
  private static final int MAX_SPANS = 10;

  /**
   * The head of a code names the wider class: a sector of an industry, a province of a postcode.
   */
  private static final int CODE_HEAD = 2;

  /** More columns than this share their codes because the source has one code for all. */
  private static final int LARGEST_FAMILY = 4;

  private final int rows;
  private final List<Double> missing;
  private final List<String> notes;
  private final List<TrainingColumn> columns = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();
  private final List<Integer> days = new ArrayList<>();
  private final Set<Integer> summed = new HashSet<>();

  TableColumns(int[] rows, List<Double> missing, List<String> notes) {
    this.rows = rows.length;
    this.missing = missing;
    this.notes = notes;
  }

  void add(String name, List<String> cells) {
    ColumnKind kind = ColumnKind.of(name, cells);
    switch (kind) {
      case NUMBER -> addNumbers(name, cells);
      case DAY -> {
        days.add(columns.size());
        put(TrainingColumn.numeric(name), numbers(cells, CellNumbers::day));
      }
      case CATEGORY -> addCategories(name, cells);
      case CODE -> {
        addNumbers(name, cells);
        addCategories(name + " (code)", cells);
        addCategories(name + " (head)", heads(cells));
      }
      case IDENTIFIER -> notes.add(name + " names the rows and is left out");
      case CONSTANT -> notes.add(name + " never changes and is left out");
    }
  }

  private static List<String> heads(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.substring(0, Math.min(CODE_HEAD, cell.length())))
        .toList();
  }

  private void addNumbers(String name, List<String> cells) {
    double[] numbers = numbers(cells, CellNumbers::number);
    List<Double> specials = SpecialCodes.of(numbers, missing);
    if (!specials.isEmpty()) {
      notes.add(name + " holds codes that are no amounts, each kept apart: " + specials);
    }
    put(new TrainingColumn(new ModelInput(name, List.of(), specials), Sense.ANY), numbers);
  }

  private double[] numbers(List<String> cells, Function<String, OptionalDouble> reader) {
    double[] numbers = new double[rows];
    for (int row = 0; row < rows; row++) {
      String cell = cells.get(row);
      numbers[row] =
          CellNumbers.isMissing(cell) ? Double.NaN : reader.apply(cell).orElse(Double.NaN);
    }
    return numbers;
  }

  private void addCategories(String name, List<String> cells) {
    TreeSet<String> categories = new TreeSet<>();
    cells.stream().filter(cell -> !CellNumbers.isMissing(cell)).forEach(categories::add);
    Map<String, Integer> codes = new HashMap<>();
    categories.forEach(category -> codes.put(category, codes.size()));
    double[] values = new double[rows];
    for (int row = 0; row < rows; row++) {
      Integer code = codes.get(cells.get(row));
      values[row] = code == null ? Double.NaN : code;
    }
    put(
        new TrainingColumn(ModelInput.categorical(name, List.copyOf(categories)), Sense.ANY),
        values);
  }

  /** The days between two dates of a row often tell more than either. */
  void addSpans() {
    int spans = 0;
    for (int i = 0; i < days.size(); i++) {
      for (int j = i + 1; j < days.size() && spans < MAX_SPANS; j++) {
        double[] from = values.get(days.get(i));
        double[] to = values.get(days.get(j));
        double[] span = new double[rows];
        for (int row = 0; row < rows; row++) {
          span[row] = to[row] - from[row];
        }
        String name =
            "days from %s to %s"
                .formatted(columns.get(days.get(i)).name(), columns.get(days.get(j)).name());
        put(TrainingColumn.numeric(name), span);
        spans++;
      }
    }
  }

  /**
   * Columns that share their codes count the same thing by other measures, such as payments 30, 60
   * and 90 days late: their sum is a column too. A code in one of them is the sum's.
   */
  void addSums() {
    Map<List<Double>, List<Integer>> families = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      List<Double> specials = columns.get(i).input().specials();
      if (!specials.isEmpty()) {
        families.computeIfAbsent(specials, first -> new ArrayList<>()).add(i);
      }
    }
    families.forEach(
        (specials, family) -> {
          if (family.size() > 1 && family.size() <= LARGEST_FAMILY) {
            put(sumColumn(specials, family), sums(specials, family));
            summed.addAll(family);
          }
        });
  }

  /** Products and ratios for trees; a sum stands for its parts. */
  void addPairs() {
    List<ColumnPairs.Pair> pairs = ColumnPairs.of(columns, values, summed);
    pairs.forEach(pair -> put(pair.column(), pair.values()));
    if (!pairs.isEmpty()) {
      notes.add("trees also see %d products and ratios of two columns".formatted(pairs.size()));
    }
  }

  private TrainingColumn sumColumn(List<Double> specials, List<Integer> family) {
    String names =
        family.stream().map(i -> columns.get(i).name()).collect(Collectors.joining(" + "));
    return new TrainingColumn(new ModelInput(names, List.of(), specials), Sense.ANY);
  }

  private double[] sums(List<Double> specials, List<Integer> family) {
    double[] sums = new double[rows];
    for (int row = 0; row < rows; row++) {
      double code = Double.NaN;
      for (int i : family) {
        double value = values.get(i)[row];
        sums[row] += value;
        code = specials.contains(value) ? value : code;
      }
      sums[row] = Double.isNaN(code) ? sums[row] : code;
    }
    return sums;
  }

  private void put(TrainingColumn column, double[] numbers) {
    columns.add(column);
    values.add(numbers);
  }

  List<TrainingColumn> columns() {
    return columns;
  }

  double[][] values() {
    return values.toArray(double[][]::new);
  }
}
