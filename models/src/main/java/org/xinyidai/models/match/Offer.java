package org.xinyidai.models.match;

import java.util.List;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Rate;

/**
 * What a product would give on a request (匹配报价). The platform advises, the lender decides.
 *
 * @param amountFen the least of what is asked, the formula's limit and the cap
 * @param conditions what the lender will check; may be empty
 */
public record Offer(
    LoanProduct product, long amountFen, int termMonths, List<Condition> conditions) {
  public Offer {
    conditions = List.copyOf(conditions);
  }

  /** The rate as published; {@link Rate#highestBp} is the one that offers are compared by. */
  public Rate rate() {
    return product.rate();
  }
}
