package org.xinyidai.models.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.HardRule;
import org.xinyidai.models.product.LoanProduct;

/**
 * Matches enterprises with the products of one day (智能匹配, requirement B3): the index finds the
 * eligible, and only those are looked at for an offer; the reasons of the others are worked out
 * when they are asked for. Immutable, safe for many threads.
 */
public final class Matcher {
  private final List<CompiledProduct> products;
  private final ProductIndex index;
  private final LoopMatcher loop;

  /**
   * Takes the products of a day.
   *
   * @param products those not in effect on the day are left out
   * @param day on which matches are asked
   */
  public Matcher(AttributeCatalogue catalogue, List<LoanProduct> products, LocalDate day) {
    this(catalogue, products, List.of(), day);
  }

  /** The same behind hard rules: who falls under one is offered nothing. */
  public Matcher(
      AttributeCatalogue catalogue,
      List<LoanProduct> products,
      List<HardRule> rules,
      LocalDate day) {
    CompiledRules compiled = CompiledRules.of(rules, catalogue);
    this.products = CompiledProduct.inEffect(products, catalogue, compiled, day);
    this.index = ProductIndex.build(this.products, compiled, -1);
    this.loop = new LoopMatcher(catalogue, products, rules, day);
  }

  /** The products in effect, in their fixed order. */
  public List<LoanProduct> products() {
    return index.products();
  }

  /** The offers alone, by {@link OfferRanking}: what {@link #match} gives without its reasons. */
  public List<Offer> offers(Candidate candidate, LoanRequest request) {
    BitSet eligible = index.eligible(candidate);
    List<Decision> decisions = new ArrayList<>();
    for (int i = eligible.nextSetBit(0); i >= 0; i = eligible.nextSetBit(i + 1)) {
      decisions.add(DecisionRule.decide(products.get(i), candidate, request, FutureValues.UNKNOWN));
    }
    return DecisionRule.sort(decisions).offers();
  }

  /** Every product in effect, offered or withheld with every reason. */
  public Matches match(Candidate candidate, LoanRequest request, FutureValues future) {
    return loop.match(candidate, request, future);
  }
}
