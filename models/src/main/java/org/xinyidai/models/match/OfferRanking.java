package org.xinyidai.models.match;

import java.util.Comparator;
import org.xinyidai.models.product.LoanProduct;

/**
 * The order of offers by their published terms alone (报价排序), where nothing is known of what lenders
 * decided before and of policy tools: cost of credit, then fit of the amount.
 *
 * <ol>
 *   <li>the lower rate, taken at the highest that is published, so that a span is not flattered;
 *       offers without a published rate come after all others; of equal highest rates, the lower
 *       lowest one
 *   <li>the greater amount, which is the nearer to what was asked, since no offer exceeds it
 *   <li>fewer conditions
 *   <li>product id and version, so that ties stand in a fixed order
 * </ol>
 *
 * No lender can buy a place.
 */
public final class OfferRanking {
  public static final Comparator<Offer> BEST_FIRST =
      Comparator.comparingInt(OfferRanking::highestBp)
          .thenComparingInt(offer -> offer.rate().lowestBp().orElse(highestBp(offer)))
          .thenComparing(Comparator.comparingLong(Offer::amountFen).reversed())
          .thenComparingInt(offer -> offer.conditions().size())
          .thenComparing(Offer::product, LoanProduct.ORDER);

  private OfferRanking() {}

  private static int highestBp(Offer offer) {
    return offer.rate().highestBp().orElse(Integer.MAX_VALUE);
  }
}
