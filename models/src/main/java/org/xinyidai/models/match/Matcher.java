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
   * What is offered, before anyone asks why the rest is not.
   *
   * @param offers in the order of products
   * @param offered their numbers among {@link #products()}
   */
  public record Found(List<Offer> offers, BitSet offered) {
    public Found {
      offers = List.copyOf(offers);
    }
  }

  /**
   * Finds the offers by the index.
   *
   * @param closed products of which nothing is left
   */
  public Found find(Candidate candidate, LoanRequest request, Set<ProductId> closed) {
    BitSet eligible = index.eligible(candidate);
    requests.keep(eligible, request);
    List<Offer> offers = new ArrayList<>();
    for (int i = eligible.nextSetBit(0); i >= 0; i = eligible.nextSetBit(i + 1)) {
      CompiledProduct product = products.get(i);
      if ((!requests.limited(i) || new LimitCheck(product.product(), candidate).holds())
          && (closed.isEmpty() || !closed.contains(product.product().id()))) {
        offers.add(offer(i, candidate, request));
      } else {
        eligible.clear(i);
      }
    }
    return new Found(offers, eligible);
  }

  /** Most have nothing to be worked out: those are offered without a look at their rules. */
  private Offer offer(int number, Candidate candidate, LoanRequest request) {
    CompiledProduct product = products.get(number);
    if (requests.limited(number) || !product.unconditional()) {
      return DecisionRule.offer(product, candidate, request);
    }
    long amountFen = Math.min(request.amountFen(), requests.capFen(number));
    return new Offer(product.product(), amountFen, request.termMonths(), List.of());
  }

  /**
   * A page of what is not offered, each with every reason.
   *
   * @param from number of the first product that is looked at
   * @param limit products of the page at most
   */
  public List<Decision.Withheld> withheld(Found found, Asked asked, int from, int limit) {
    List<Decision.Withheld> page = new ArrayList<>();
    int i = found.offered().nextClearBit(from);
    while (i < products.size() && page.size() < limit) {
      CompiledProduct product = products.get(i);
      Decision decision =
          DecisionRule.decide(product, asked.candidate(), asked.request(), asked.future());
      // Nothing but a used quota keeps a product back that would be offered.
      page.add(
          decision instanceof Decision.Withheld no
              ? no
              : new Decision.Withheld(product.product(), List.of(Mismatch.quotaUsedUp())));
      i = found.offered().nextClearBit(i + 1);
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
