package org.xinyidai.models.feature;

/** Which way credit sense says that the risk goes when a feature rises (风险方向). */
public enum RiskDirection {
  /** The data may say. */
  OPEN,
  /** More is riskier, such as arrears. */
  RISES,
  /** More is safer, such as months in business. */
  FALLS
}
