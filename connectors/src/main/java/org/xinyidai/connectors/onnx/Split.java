package org.xinyidai.connectors.onnx;

import org.xinyidai.connectors.model.UnreadableModel;

/**
 * Where a comparison of the graph parts the values of a feature (分裂点). The graph compares what it
 * has made of the feature; the threshold here is the first value of the feature itself, as a float,
 * that goes the other way, found by halving, so that rounding is the graph's own.
 *
 * @param threshold a feature below it is low
 * @param lowIsTrue whether low features pass the comparison
 * @param missingLow whether a missing one goes with the low
 */
record Split(float threshold, boolean lowIsTrue, boolean missingLow) {

  /**
   * Parts a column.
   *
   * @param tracksTrue whether NaN passes
   */
  static Split of(Column column, String mode, float value, boolean tracksTrue)
      throws UnreadableModel {
    boolean low = passes(mode, column.of(-Float.MAX_VALUE), value);
    boolean high = passes(mode, column.of(Float.MAX_VALUE), value);
    float atMissing = column.of(Float.NaN);
    boolean missing = Float.isNaN(atMissing) ? tracksTrue : passes(mode, atMissing, value);
    if (low == high) {
      return new Split(Float.POSITIVE_INFINITY, low, missing == low);
    }
    int below = orderOf(-Float.MAX_VALUE);
    int above = orderOf(Float.MAX_VALUE);
    while ((long) above - below > 1) {
      int middle = (int) (((long) below + above) >> 1);
      if (passes(mode, column.of(floatAt(middle)), value) == low) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return new Split(floatAt(above), low, missing == low);
  }

  private static boolean passes(String mode, float value, float threshold) throws UnreadableModel {
    return switch (mode) {
      case "BRANCH_LEQ" -> value <= threshold;
      case "BRANCH_LT" -> value < threshold;
      case "BRANCH_GTE" -> value >= threshold;
      case "BRANCH_GT" -> value > threshold;
      default -> throw new UnreadableModel("trees that split by " + mode + " are not taken");
    };
  }

  /** Floats as integers in the same order. */
  private static int orderOf(float value) {
    int bits = Float.floatToIntBits(value);
    return bits < 0 ? Integer.MIN_VALUE - bits : bits;
  }

  private static float floatAt(int order) {
    return Float.intBitsToFloat(order < 0 ? Integer.MIN_VALUE - order : order);
  }
}
