package org.xinyidai.models.score;

import java.util.List;

/**
 * A logistic regression on plain numbers (线性模型), as a lender may bring it: log-odds of bad =
 * intercept + sum over terms of coefficient times value.
 */
public record LinearModel(double intercept, List<LinearTerm> terms) implements ModelBody {
  public LinearModel {
    terms = List.copyOf(terms);
    if (!Double.isFinite(intercept)) {
      throw new IllegalArgumentException("intercept " + intercept);
    }
  }

  @Override
  public List<ModelInput> inputs() {
    return terms.stream().map(LinearTerm::input).toList();
  }

  @Override
  public List<Double> cuts(int input) {
    return List.of();
  }

  /** The slow, obvious way that the compiled one must equal. */
  public double logOddsOfBad(double[] row) {
    double sum = intercept;
    for (int i = 0; i < row.length; i++) {
      sum += terms.get(i).effect(row[i]);
    }
    return sum;
  }

  @Override
  public CompiledModel compile(Scaling scaling) {
    return new CompiledLinear(this, scaling);
  }
}
