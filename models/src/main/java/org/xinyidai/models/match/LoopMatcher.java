package org.xinyidai.models.match;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.HardRule;
import org.xinyidai.models.product.LoanProduct;

/**
 * Matches by asking every criterion of every product (逐条匹配): the obvious way, the oracle of {@link
 * ProductIndex} and the explainer of mismatches.
 */
public final class LoopMatcher {
  private final List<CompiledProduct> products;

  /**
   * Takes the products of a day.
   *
   * @param products those not in effect on the day are left out
   * @param day on which the match is asked
   */
  public LoopMatcher(AttributeCatalogue catalogue, List<LoanProduct> products, LocalDate day) {
    this(catalogue, products, List.of(), day);
  }

  /** The same behind hard rules. */
  public LoopMatcher(
      AttributeCatalogue catalogue,
      List<LoanProduct> products,
      List<HardRule> rules,
      LocalDate day) {
    this.products =
        CompiledProduct.inEffect(products, catalogue, CompiledRules.of(rules, catalogue), day);
  }

  /** The products in effect, in the order in which {@link #eligible} numbers them. */
  public List<LoanProduct> products() {
    return products.stream().map(CompiledProduct::product).toList();
  }

  /** Which products' criteria all hold; what is asked for and limits are not looked at. */
  public BitSet eligible(Candidate candidate) {
    double[] values = candidate.rawValues();
    BitSet eligible = new BitSet(products.size());
    for (int i = 0; i < products.size(); i++) {
      if (products.get(i).eligible(values)) {
        eligible.set(i);
      }
    }
    return eligible;
  }

  /** Every product in effect, offered or withheld with every reason. */
  public Matches match(Candidate candidate, LoanRequest request, FutureValues future) {
    return DecisionRule.sort(
        products.stream()
            .map(product -> DecisionRule.decide(product, candidate, request, future))
            .toList());
  }
}
