package org.xinyidai.models.score;

import java.util.List;

/**
 * A row and the probability that the training library itself gave it (校验向量): what a model must
 * repeat before it may serve.
 *
 * @param row one value per input of the model, NaN where missing
 */
public record CheckVector(List<Double> row, double probabilityOfDefault) {
  public CheckVector {
    row = List.copyOf(row);
  }

  public double[] values() {
    return row.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
