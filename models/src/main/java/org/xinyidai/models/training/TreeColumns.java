package org.xinyidai.models.training;

import java.util.ArrayList;
import java.util.List;
import org.xinyidai.models.score.TreeInput;

/** The floats that trees are trained on (树模型设计矩阵). */
final class TreeColumns {
  private final List<TreeInput> inputs;
  private final float[][] values;

  /**
   * @param inputs one per column of the set, by the position of the column; for rows to come
   * @param values one array per column, one float per training row; NaN where missing
   */
  TreeColumns(List<TreeInput> inputs, float[][] values) {
    this.inputs = inputs;
    this.values = values;
  }

  List<TreeInput> inputs() {
    return inputs;
  }

  float[][] values() {
    return values;
  }

  /** Parts in which a category's rate is taken from the other rows. */
  private static final int PARTS = 5;

  /**
   * A training row's category is told by the rates of the other parts' rows: told by its own part,
   * the trees would see its own outcome in it.
   */
  static TreeColumns of(TrainingSet set, long seed) {
    List<TreeInput> inputs = new ArrayList<>();
    float[][] values = new float[set.columns().size()][set.size()];
    for (int column = 0; column < values.length; column++) {
      boolean categorical = set.columns().get(column).input().isCategorical();
      TreeInput input =
          categorical ? CategoryRates.of(set, column, column) : TreeInput.number(column);
      inputs.add(input);
      for (int row = 0; row < set.size(); row++) {
        values[column][row] = input.of(set.value(row, column));
      }
      if (categorical) {
        crossFit(set, column, seed, values[column]);
      }
    }
    return new TreeColumns(inputs, values);
  }

  private static void crossFit(TrainingSet set, int column, long seed, float[] values) {
    Folds parts = Folds.stratified(set.labels(), PARTS, seed);
    for (int part = 0; part < PARTS; part++) {
      TreeInput others = CategoryRates.of(set.rows(parts.outside(part)), column, column);
      for (int row : parts.inside(part)) {
        values[row] = others.of(set.value(row, column));
      }
    }
  }

  float[] row(int row) {
    float[] result = new float[values.length];
    for (int column = 0; column < result.length; column++) {
      result[column] = values[column][row];
    }
    return result;
  }
}
