package org.xinyidai.models.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.match.OfferedProducts;
import org.xinyidai.models.policy.OpenTools;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.ranking.ExpectedBenefit.Money;
import org.xinyidai.models.score.Grade;

/**
 * What {@link OfferOrder} asks of products and lenders, laid out in columns (排序数据表), so that
 * thousands of offers are put in order without a look at any but the first. Positions are those of
 * the products. Says the same as {@link OfferOrder#rank}. Immutable; built anew when products or
 * what is known of lenders change.
 */
public final class RankingTable {
  private final LendingRecord record;
  private final ProductColumns columns;
  private final String[] organisations;
  private final int[] days;
  private final double[][] chances;

  /**
   * @param products in the order of {@link org.xinyidai.models.match.Matcher#products}
   */
  public RankingTable(List<LoanProduct> products, LendingRecord record) {
    this.record = record;
    columns = new ProductColumns(products);
    organisations =
        products.stream().map(one -> one.lender().organisation()).toArray(String[]::new);
    days =
        products.stream()
            .mapToInt(one -> record.medianDays(one.lender()).orElse(ExpectedBenefit.USUAL_DAYS))
            .toArray();
    chances = new double[LendingRecord.bands()][products.size()];
    for (int i = 0; i < products.size(); i++) {
      List<Chance> known = record.chances(products.get(i));
      for (int band = 0; band < chances.length; band++) {
        chances[band][i] = known.get(band).probability();
      }
    }
  }

  /** What was known of lenders when it was built. */
  public LendingRecord record() {
    return record;
  }

  /**
   * Who asks, and for what.
   *
   * @param grade null where no model has scored the enterprise
   * @param preferred organisations of the lenders that the enterprise named
   */
  public record Wish(
      LoanRequest request, @Nullable Grade grade, OpenTools tools, Set<String> preferred) {
    public Wish {
      preferred = Set.copyOf(preferred);
    }
  }

  /**
   * The first offers in order.
   *
   * @param most how many are wanted
   */
  public List<RankedOffer> best(int most, OfferedProducts offered, Wish wish) {
    if (most == 0) {
      return List.of();
    }
    Keys keys = new Keys(offered, wish);
    // The worst of the best so far on top, so that most offers are told off by one comparison.
    PriorityQueue<Integer> best = new PriorityQueue<>((a, b) -> keys.compare(b, a));
    for (int i = 0; i < offered.count(); i++) {
      if (best.size() < most) {
        best.add(i);
      } else if (keys.compare(i, best.element()) < 0) {
        best.remove();
        best.add(i);
      }
    }
    List<Integer> positions = new ArrayList<>(best);
    positions.sort(keys::compare);
    OfferOrder order = new OfferOrder(record, wish.preferred());
    return positions.stream()
        .map(offered::offer)
        .map(offer -> order.ranked(offer, wish.request(), wish.grade(), wish.tools()))
        .toList();
  }

  /** What offers are compared by, one of each for each. */
  private final class Keys {
    private final OfferedProducts offered;
    private final Set<String> preferred;
    private final long[] expectedFen;
    private final long[] costFen;

    Keys(OfferedProducts offered, Wish wish) {
      this.offered = offered;
      this.preferred = wish.preferred();
      this.expectedFen = new long[offered.count()];
      this.costFen = new long[offered.count()];
      double[] chance = chances[LendingRecord.band(wish.grade())];
      int reference = ExpectedBenefit.reference(wish.request());
      Savings savings = new Savings(wish.tools(), columns);
      for (int i = 0; i < offered.count(); i++) {
        int product = offered.number(i);
        Money money = new Money(offered.amountFen(i), offered.termMonths(), reference);
        int published = columns.rateBp(product);
        int rate = published == ProductColumns.UNPUBLISHED ? reference : published;
        long yearly = money.part(rate + columns.yearlyBp(product));
        long given = Math.min(savings.yearlyFen(product, money.amountFen()), yearly);
        costFen[i] = money.cost(money.part(columns.onceBp(product)), yearly - given);
        expectedFen[i] = money.expected(chance[product], costFen[i], days[product]);
      }
    }

    /** The order of {@link OfferOrder}; products stand in their fixed order already. */
    int compare(int a, int b) {
      int order = Boolean.compare(named(b), named(a));
      if (order == 0) {
        order = Long.compare(expectedFen[b], expectedFen[a]);
      }
      if (order == 0) {
        order = Long.compare(costFen[a], costFen[b]);
      }
      if (order == 0) {
        order = Integer.compare(offered.conditions(a), offered.conditions(b));
      }
      return order == 0 ? Integer.compare(a, b) : order;
    }

    private boolean named(int position) {
      return !preferred.isEmpty() && preferred.contains(organisations[offered.number(position)]);
    }
  }
}
