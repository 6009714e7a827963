package org.xinyidai.connectors.cumcm;

import java.util.List;

/**
 * What share of customers of a rating walks away at a yearly loan rate (贷款年利率与客户流失率), in rising
 * order of the rate.
 */
public record RateChurn(List<Step> steps) {
  public RateChurn {
    steps = List.copyOf(steps);
  }

  /**
   * One rate.
   *
   * @param annualRateBp yearly rate in basis points
   * @param churnA share of customers of rating A that are lost, 0 to 1; the others alike
   */
  public record Step(int annualRateBp, double churnA, double churnB, double churnC) {}
}
