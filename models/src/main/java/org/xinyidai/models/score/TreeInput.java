package org.xinyidai.models.score;

import java.util.List;

/**
 * A number that trees split on (树模型变量), taken from one input of the model.
 *
 * @param input position among the model's inputs
 * @param valueOfCategory per category of the input, the number it stands for; empty when the input
 *     is itself the number
 * @param valueOfUnknown for a category that training never saw
 */
public record TreeInput(int input, List<Double> valueOfCategory, double valueOfUnknown) {
  public TreeInput {
    valueOfCategory = List.copyOf(valueOfCategory);
  }

  public static TreeInput number(int input) {
    return new TreeInput(input, List.of(), Double.NaN);
  }

  TreeInput withInput(int other) {
    return new TreeInput(other, valueOfCategory, valueOfUnknown);
  }

  /** The float that trees see; NaN where the value is missing. */
  public float of(double value) {
    if (valueOfCategory.isEmpty() || Double.isNaN(value)) {
      return (float) value;
    }
    boolean known = value >= 0 && value < valueOfCategory.size();
    return (float) (known ? valueOfCategory.get((int) value) : valueOfUnknown);
  }
}
