package org.xinyidai.models.financing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.xinyidai.models.score.Grade;

/**
 * How customers answer a rate (利率与客户流失): the share of each grade that walks away at it.
 *
 * @param annualRateBp yearly rate in basis points
 * @param churn per grade, 0 to 1; a grade that is absent is not offered the rate
 */
public record RateResponse(int annualRateBp, Map<Grade, Double> churn) {
  public RateResponse {
    EnumMap<Grade, Double> copy = new EnumMap<>(Grade.class);
    copy.putAll(churn);
    churn = Collections.unmodifiableMap(copy);
    for (double share : copy.values()) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("not a share of customers: " + share);
      }
    }
  }
}
