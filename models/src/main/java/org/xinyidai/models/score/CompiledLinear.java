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
    double sum = completeSum(row);
    return 1 / (1 + Math.exp(-(Double.isNaN(sum) ? gappedSum(row) : sum)));
  }

  /** The log-odds, NaN where a value is missing: most rows are complete, and this asks nothing. */
  private double completeSum(double[] row) {
    double a = intercept;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 4 <= coefficients.length; i += 4) {
      a += coefficients[i] * row[i];
      b += coefficients[i + 1] * row[i + 1];
      c += coefficients[i + 2] * row[i + 2];
      d += coefficients[i + 3] * row[i + 3];
    }
    for (; i < coefficients.length; i++) {
      a += coefficients[i] * row[i];
    }
    return (a + b) + (c + d);
  }

  private double gappedSum(double[] row) {
    double even = intercept;
    double odd = 0;
    int i = 0;
    for (; i + 2 <= coefficients.length; i += 2) {
      even += coefficients[i] * known(row[i], i);
      odd += coefficients[i + 1] * known(row[i + 1], i + 1);
    }
    return even + odd + (i < coefficients.length ? coefficients[i] * known(row[i], i) : 0);
  }

  /** Points that the input costs beside its neutral value. */
  @Override
  public void pointsLost(double[] row, double[] lost) {
    for (int i = 0; i < coefficients.length; i++) {
      lost[i] = Math.max(0, factor * coefficients[i] * (known(row[i], i) - neutrals[i]));
    }
  }

  @Override
  public void contributions(double[] row, double[] points) {
    for (int i = 0; i < coefficients.length; i++) {
      points[i] = -factor * coefficients[i] * known(row[i], i);
    }
  }

  private double known(double value, int i) {
    return Double.isNaN(value) ? neutrals[i] : value;
  }
}
