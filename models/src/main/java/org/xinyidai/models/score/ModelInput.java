package org.xinyidai.models.score;

import java.util.HashSet;
import java.util.List;

/**
 * One input of a model (入模变量): a number, or a category told by its place in a list.
 *
 * <p>A row holds NaN where the value is missing. A category stands in a row as its position in
 * {@code categories}, and {@link #UNKNOWN_CATEGORY} where it is none of them: unknown is not
 * missing.
 *
 * @param categories the names of the categories; empty for a numeric input
 * @param specials numeric values that are codes and not amounts, such as -9; each gets a bin of its
 *     own
 */
public record ModelInput(String name, List<String> categories, List<Double> specials) {
  /** The value of a category that training never saw. */
  public static final double UNKNOWN_CATEGORY = -1;

  public ModelInput {
    categories = List.copyOf(categories);
    specials = specials.stream().sorted().toList();
    if (new HashSet<>(categories).size() < categories.size()) {
      throw new IllegalArgumentException(name + " names a category twice");
    }
    if (new HashSet<>(specials).size() < specials.size() || specials.contains(Double.NaN)) {
      throw new IllegalArgumentException(name + " has bad special values: " + specials);
    }
    if (!categories.isEmpty() && !specials.isEmpty()) {
      throw new IllegalArgumentException(name + " has both categories and special numbers");
    }
  }

  public static ModelInput numeric(String name) {
    return new ModelInput(name, List.of(), List.of());
  }

  public static ModelInput categorical(String name, List<String> categories) {
    return new ModelInput(name, categories, List.of());
  }

  public boolean isCategorical() {
    return !categories.isEmpty();
  }

  /** How a category stands in a row. */
  public double codeOf(String category) {
    int position = categories.indexOf(category);
    return position < 0 ? UNKNOWN_CATEGORY : position;
  }
}
