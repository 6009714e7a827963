package org.xinyidai.models.score;

import java.util.List;

/**
 * Turns a row into the floats that compiled trees compare. Each tree input is written twice: at
 * even places a missing value is minus infinity and goes left, at odd places plus infinity and goes
 * right, so that a node chooses its way for missing by the place that it reads.
 */
final class TreeRows {
  private final int[] inputs;

  /** Per tree input, the numbers of its categories and then that of an unknown one; or empty. */
  private final double[][] categoryValues;

  TreeRows(List<TreeInput> treeInputs) {
    inputs = treeInputs.stream().mapToInt(TreeInput::input).toArray();
    categoryValues = new double[inputs.length][];
    for (int i = 0; i < inputs.length; i++) {
      TreeInput treeInput = treeInputs.get(i);
      int categories = treeInput.valueOfCategory().size();
      categoryValues[i] = new double[categories == 0 ? 0 : categories + 1];
      for (int c = 0; c < categories; c++) {
        categoryValues[i][c] = treeInput.valueOfCategory().get(c);
      }
      if (categories > 0) {
        categoryValues[i][categories] = treeInput.valueOfUnknown();
      }
    }
  }

  /** Floats per row. */
  int length() {
    return 2 * inputs.length;
  }

  void write(double[] row, float[] floats, int start) {
    for (int i = 0; i < inputs.length; i++) {
      double value = row[inputs[i]];
      double[] values = categoryValues[i];
      if (values.length > 0 && !Double.isNaN(value)) {
        int unknown = values.length - 1;
        value = values[value >= 0 && value < unknown ? (int) value : unknown];
      }
      boolean missing = Double.isNaN(value);
      floats[start + 2 * i] = missing ? Float.NEGATIVE_INFINITY : (float) value;
      floats[start + 2 * i + 1] = missing ? Float.POSITIVE_INFINITY : (float) value;
    }
  }
}
