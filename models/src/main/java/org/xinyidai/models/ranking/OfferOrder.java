package org.xinyidai.models.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.match.Offer;
import org.xinyidai.models.policy.OpenTools;
import org.xinyidai.models.policy.PolicyEffect;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.score.Grade;

/**
 * Puts offers in the order in which they are shown (报价排序规则):
 *
 * <ol>
 *   <li>lenders that the enterprise named itself before all others
 *   <li>the greater {@link ExpectedBenefit}
 *   <li>the lower cost
 *   <li>fewer conditions that the lender still checks
 *   <li>product id and version, so that ties stand in a fixed order
 * </ol>
 *
 * Nothing else enters, so no lender can buy a place.
 */
public final class OfferOrder {
  private static final Comparator<RankedOffer> BEST_FIRST =
      Comparator.comparing((RankedOffer one) -> !one.preferred())
          .thenComparing(
              Comparator.comparingLong((RankedOffer one) -> one.benefit().expectedFen()).reversed())
          .thenComparingLong(one -> one.benefit().costFen())
          .thenComparingInt(one -> one.offer().conditions().size())
          .thenComparing(one -> one.offer().product(), LoanProduct.ORDER);

  private final LendingRecord record;
  private final Set<String> preferred;

  /**
   * @param preferred organisations of the lenders that the enterprise named
   */
  public OfferOrder(LendingRecord record, Set<String> preferred) {
    this.record = record;
    this.preferred = Set.copyOf(preferred);
  }

  /**
   * All offers in order, each looked at whole; {@link RankingTable} says the same sooner.
   *
   * @param grade of the enterprise, null where no model has scored it
   */
  public List<RankedOffer> rank(
      List<Offer> offers, LoanRequest request, @Nullable Grade grade, OpenTools tools) {
    return offers.stream()
        .map(offer -> ranked(offer, request, grade, tools))
        .sorted(BEST_FIRST)
        .toList();
  }

  /** One offer with what its place stands on. */
  RankedOffer ranked(Offer offer, LoanRequest request, @Nullable Grade grade, OpenTools tools) {
    LoanProduct product = offer.product();
    List<PolicyEffect> effects = tools.effects(offer);
    ExpectedBenefit benefit =
        ExpectedBenefit.of(
            offer,
            request,
            record.chance(product, grade),
            record.medianDays(product.lender()),
            effects);
    boolean named = preferred.contains(product.lender().organisation());
    return new RankedOffer(offer, named, benefit, effects);
  }
}
