package org.xinyidai.models.policy;

import org.xinyidai.models.match.Offer;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.SecurityMode;

/**
 * What of an offer decides what a tool saves (贷款价格要素).
 *
 * @param rateBp the highest that is published, 0 where none is
 * @param yearlyFeeBp published, of the amount
 * @param guaranteed whether a guarantee may stand behind it
 */
public record PricedLoan(long amountFen, int rateBp, int yearlyFeeBp, boolean guaranteed) {
  public static PricedLoan of(Offer offer) {
    LoanProduct product = offer.product();
    return new PricedLoan(
        offer.amountFen(),
        offer.rate().highestBp().orElse(0),
        product.fees().yearlyBp(),
        product.security().contains(SecurityMode.GUARANTEE));
  }
}
