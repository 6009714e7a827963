package org.xinyidai.models.match;

import java.util.List;
import org.xinyidai.models.product.LoanProduct;

/** What comes of one product for one enterprise (匹配结论). */
public sealed interface Decision {
  LoanProduct product();

  /** All criteria hold. */
  record Offered(Offer offer) implements Decision {
    @Override
    public LoanProduct product() {
      return offer.product();
    }
  }

  /**
   * Every reason is kept: the enterprise, the lender and the financing office all ask "why not?".
   *
   * @param mismatches hard rules first, in the order of the product's criteria then, at last those
   *     of the request; not empty
   */
  record Withheld(LoanProduct product, List<Mismatch> mismatches) implements Decision {
    public Withheld {
      mismatches = List.copyOf(mismatches);
      if (mismatches.isEmpty()) {
        throw new IllegalArgumentException("withheld without a reason: " + product.id());
      }
    }
  }
}
