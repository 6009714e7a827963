package org.xinyidai.models.score;

import java.util.List;

/** A linear model as flat arrays (已编译线性模型), summed in four lanes that do not wait on each other. */
final class CompiledLinear implements CompiledModel {
  private final List<String> features;
  private final double intercept;
  private final double factor;
  private final double[] coefficients;
  private final double[] neutrals;

  CompiledLinear(LinearModel model, Scaling scaling) {
    features = model.inputs().stream().map(ModelInput::name).toList();
    intercept = model.intercept();
    factor = scaling.factor();
    coefficients = model.terms().stream().mapToDouble(LinearTerm::coefficient).toArray();
    neutrals = model.terms().stream().mapToDouble(LinearTerm::neutral).toArray();
  }

  @Override
  public List<String> features() {
    return features;
  }

  @Override
  public double probabilityOfDefault(double[] row) {
    double a = intercept;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 4 <= coefficients.length; i += 4) {
      a += coefficients[i] * known(row[i], i);
      b += coefficients[i + 1] * known(row[i + 1], i + 1);
      c += coefficients[i + 2] * known(row[i + 2], i + 2);
      d += coefficients[i + 3] * known(row[i + 3], i + 3);
    }
    for (; i < coefficients.length; i++) {
      a += coefficients[i] * known(row[i], i);
    }
    return 1 / (1 + Math.exp(-((a + b) + (c + d))));
  }

  /** Points that the input costs beside its neutral value. */
  @Override
  public void pointsLost(double[] row, double[] lost) {
    for (int i = 0; i < coefficients.length; i++) {
      lost[i] = Math.max(0, factor * coefficients[i] * (known(row[i], i) - neutrals[i]));
    }
  }

  private double known(double value, int i) {
    return Double.isNaN(value) ? neutrals[i] : value;
  }
}
