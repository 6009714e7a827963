package org.xinyidai.connectors.onnx;

import java.util.ArrayList;
import java.util.List;
import org.xinyidai.connectors.model.ModelMapping;

/**
 * One column of the graph's input (图输入列) on its way to a model: what the graph makes of a feature
 * before the model sees it. It never turns back: the greater the feature, the greater the column,
 * or the smaller throughout. Arithmetic is in floats, as that of the graph is.
 *
 * @param input position of the feature
 * @param factor from our unit to the graph's
 * @param missing what the graph is given for a missing value
 */
record Column(int input, double factor, float missing, List<Step> steps) {
  Column {
    steps = List.copyOf(steps);
  }

  /** One operation of the graph on the column. */
  sealed interface Step {
    /** Plus a constant. */
    record Add(float term) implements Step {}

    /** Times a constant other than zero. */
    record Multiply(float by) implements Step {}

    /** Divided by a constant other than zero. */
    record Divide(float by) implements Step {}

    /** Another value in the place of NaN. */
    record Impute(float with) implements Step {}
  }

  static Column of(int input, ModelMapping.Feature feature) {
    return new Column(input, feature.times(), (float) feature.missingCode(), List.of());
  }

  Column then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Column(input, factor, missing, longer);
  }

  /** What the model sees; NaN stands for a missing feature. */
  float of(float feature) {
    float value = Float.isNaN(feature) ? missing : (float) (feature * factor);
    for (Step step : steps) {
      if (step instanceof Step.Add add) {
        value += add.term();
      } else if (step instanceof Step.Multiply multiply) {
        value *= multiply.by();
      } else if (step instanceof Step.Divide divide) {
        value /= divide.by();
      } else if (step instanceof Step.Impute impute && Float.isNaN(value)) {
        value = impute.with();
      }
    }
    return value;
  }

  /** What one unit of the feature adds to the column. */
  double slope() {
    double slope = factor;
    for (Step step : steps) {
      if (step instanceof Step.Multiply multiply) {
        slope *= multiply.by();
      } else if (step instanceof Step.Divide divide) {
        slope /= divide.by();
      }
    }
    return slope;
  }

  /** The column where the feature is zero. */
  double atZero() {
    double value = 0;
    for (Step step : steps) {
      if (step instanceof Step.Add add) {
        value += add.term();
      } else if (step instanceof Step.Multiply multiply) {
        value *= multiply.by();
      } else if (step instanceof Step.Divide divide) {
        value /= divide.by();
      }
    }
    return value;
  }
}
