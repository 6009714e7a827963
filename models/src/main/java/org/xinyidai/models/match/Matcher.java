package org.xinyidai.models.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.HardRule;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;

/**
 * Matches enterprises with the products of one day (智能匹配, requirement B3): the index finds the
 * eligible, and only those are looked at for an offer; the reasons of the others are worked out
 * when they are asked for. Immutable, safe for many threads.
 */
public final class Matcher {
  private final List<CompiledProduct> products;
  private final ProductIndex index;
  private final RequestIndex requests;
  private final LoopMatcher loop;

  /** Those of which an offer is the least of wish and cap without conditions, whoever asks. */
  private final BitSet plain = new BitSet();

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
    this.requests = new RequestIndex(index.products());
    this.loop = new LoopMatcher(catalogue, products, rules, day);
    for (int i = 0; i < this.products.size(); i++) {
      CompiledProduct one = this.products.get(i);
      plain.set(i, one.unconditional() && one.product().limits().isEmpty());
    }
  }

  /** The products in effect, in their fixed order. */
  public List<LoanProduct> products() {
    return index.products();
  }

  /** The offers alone, by {@link OfferRanking}: what {@link #match} gives without its reasons. */
  public List<Offer> offers(Candidate candidate, LoanRequest request) {
    List<Offer> offers = new ArrayList<>(find(candidate, request, Set.of()).offers());
    offers.sort(OfferRanking.BEST_FIRST);
    return offers;
  }

  /**
   * Finds the offers by the index.
   *
   * @param closed products of which nothing is left
   */
  public OfferedProducts find(Candidate candidate, LoanRequest request, Set<ProductId> closed) {
    BitSet eligible = index.eligible(candidate);
    requests.keep(eligible, request);
    closed.forEach(id -> close(eligible, id));
    OfferedProducts.Builder offers =
        new OfferedProducts.Builder(index.products(), request.termMonths(), eligible.cardinality());
    for (int i = eligible.nextSetBit(0); i >= 0; i = eligible.nextSetBit(i + 1)) {
      if (plain.get(i)) {
        offers.add(Math.min(request.amountFen(), requests.capFen(i)));
      } else if (new LimitCheck(products.get(i).product(), candidate).holds()) {
        offers.add(DecisionRule.offer(products.get(i), candidate, request));
      } else {
        eligible.clear(i);
      }
    }
    return offers.of(eligible);
  }

  private void close(BitSet eligible, ProductId id) {
    for (int i = numberBehind(id) - 1; i >= 0 && products.get(i).product().id().equals(id); i--) {
      eligible.clear(i);
    }
  }

  /**
   * A page of what is not offered, each with every reason.
   *
   * @param from number of the first product that is looked at
   * @param limit products of the page at most
   */
  public List<Decision.Withheld> withheld(OfferedProducts found, Asked asked, int from, int limit) {
    List<Decision.Withheld> page = new ArrayList<>();
    int i = found.nextWithheld(from);
    while (i < products.size() && page.size() < limit) {
      CompiledProduct product = products.get(i);
      Decision decision =
          DecisionRule.decide(product, asked.candidate(), asked.request(), asked.future());
      // Nothing but a used quota keeps a product back that would be offered.
      page.add(
          decision instanceof Decision.Withheld no
              ? no
              : new Decision.Withheld(product.product(), List.of(Mismatch.quotaUsedUp())));
      i = found.nextWithheld(i + 1);
    }
    return page;
  }

  /** The number of the first product behind an id, in the order of {@link #products()}. */
  public int numberBehind(ProductId id) {
    int low = 0;
    int high = products.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (products.get(middle).product().id().compareTo(id) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Who asks for what, and what is known of later days. */
  public record Asked(Candidate candidate, LoanRequest request, FutureValues future) {}

  /** Every product in effect, offered or withheld with every reason. */
  public Matches match(Candidate candidate, LoanRequest request, FutureValues future) {
    return loop.match(candidate, request, future);
  }
}
