package org.xinyidai.models.training;

/** Which way credit sense says that the risk goes when a number rises (风险方向). */
public enum Sense {
  /** The data may say. */
  ANY,
  /** More is riskier, such as arrears. */
  RISK_RISES,
  /** More is safer, such as months in business. */
  RISK_FALLS
}
