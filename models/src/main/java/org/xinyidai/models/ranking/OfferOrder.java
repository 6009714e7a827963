package org.xinyidai.models.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
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
   * All offers in order.
   *
   * @param grade of the enterprise, null where no model has scored it
   */
  public List<RankedOffer> rank(
      List<Offer> offers, LoanRequest request, @Nullable Grade grade, OpenTools tools) {
    return best(offers.size(), offers, request, grade, tools);
  }

  /**
   * The first of them in order, without sorting the rest.
   *
   * @param most how many are wanted
   */
  public List<RankedOffer> best(
      int most, List<Offer> offers, LoanRequest request, @Nullable Grade grade, OpenTools tools) {
    if (most == 0) {
      return List.of();
    }
    // The worst of the best so far on top, so that most offers are told off by one comparison.
    PriorityQueue<RankedOffer> best = new PriorityQueue<>(BEST_FIRST.reversed());
    for (Offer offer : offers) {
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
      RankedOffer one = new RankedOffer(offer, named, benefit, effects);
      if (best.size() < most) {
        best.add(one);
      } else if (BEST_FIRST.compare(one, best.element()) < 0) {
        best.remove();
        best.add(one);
      }
    }
    List<RankedOffer> ranked = new ArrayList<>(best);
    ranked.sort(BEST_FIRST);
    return ranked;
  }
}
