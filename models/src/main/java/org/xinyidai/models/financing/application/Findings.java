package org.xinyidai.models.financing.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.Text;

/**
 * What the platform itself found on the day of filing (平台匹配意见), shown to the enterprise beside the
 * lender's answer. The platform advises, the lender decides.
 *
 * @param scoreId the stored score it stands on; null where no model served
 * @param offered whether the product was offered
 * @param mismatches every rule of the product that did not hold
 * @param reasons of the score
 */
public record Findings(
    @Nullable String scoreId, boolean offered, List<Text> mismatches, List<Text> reasons) {
  public Findings {
    mismatches = List.copyOf(mismatches);
    reasons = List.copyOf(reasons);
  }
}
