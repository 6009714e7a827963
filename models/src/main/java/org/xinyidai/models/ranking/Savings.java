package org.xinyidai.models.ranking;

import java.util.BitSet;
import java.util.List;
import org.xinyidai.models.policy.OpenTools;
import org.xinyidai.models.policy.PolicyTool;
import org.xinyidai.models.policy.PricedLoan;
import org.xinyidai.models.product.SecurityMode;

/**
 * What open tools take off the cost of any product (政策减负). Says what {@link OpenTools#effects}
 * says.
 */
final class Savings {
  private final OpenTools open;
  private final List<PolicyTool> tools;
  private final List<BitSet> taken;
  private final ProductColumns products;
  private final BitSet guaranteed;

  Savings(OpenTools open, ProductColumns products) {
    this.open = open;
    this.products = products;
    this.tools = open.lowering();
    this.taken =
        tools.stream()
            .map(PolicyTool::scope)
            .map(scope -> products.among(scope.products(), scope.security()))
            .toList();
    this.guaranteed = products.secured(SecurityMode.GUARANTEE);
  }

  /** All tools together, in fen a year. */
  long yearlyFen(int product, long amountFen) {
    if (tools.isEmpty()) {
      return 0;
    }
    PricedLoan loan =
        new PricedLoan(
            amountFen,
            Math.max(0, products.rateBp(product)),
            products.yearlyBp(product),
            guaranteed.get(product));
    long given = 0;
    for (int i = 0; i < tools.size(); i++) {
      if (taken.get(i).get(product)) {
        given += Math.max(0, open.savingFen(tools.get(i), loan));
      }
    }
    return given;
  }
}
