package org.xinyidai.models.ranking;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.SecurityMode;

/**
 * The published terms that an order of offers asks for, in columns (产品条款列). Positions are those of
 * the products; rates are basis points. Immutable.
 */
final class ProductColumns {
  /** In place of a rate that is not published. */
  static final int UNPUBLISHED = -1;

  private final int[] rateBp;
  private final int[] onceBp;
  private final int[] yearlyBp;
  private final Map<ProductId, Integer> numbers = new HashMap<>();
  private final Map<SecurityMode, BitSet> secured = new EnumMap<>(SecurityMode.class);

  ProductColumns(List<LoanProduct> products) {
    rateBp =
        products.stream().mapToInt(one -> one.rate().highestBp().orElse(UNPUBLISHED)).toArray();
    onceBp = products.stream().mapToInt(one -> one.fees().onceBp()).toArray();
    yearlyBp = products.stream().mapToInt(one -> one.fees().yearlyBp()).toArray();
    for (SecurityMode mode : SecurityMode.values()) {
      secured.put(mode, new BitSet());
    }
    for (int i = 0; i < products.size(); i++) {
      numbers.put(products.get(i).id(), i);
      for (SecurityMode mode : products.get(i).security()) {
        secured(mode).set(i);
      }
    }
  }

  int rateBp(int product) {
    return rateBp[product];
  }

  int onceBp(int product) {
    return onceBp[product];
  }

  int yearlyBp(int product) {
    return yearlyBp[product];
  }

  /** Those that a kind of security may stand behind. */
  BitSet secured(SecurityMode mode) {
    return secured.getOrDefault(mode, new BitSet());
  }

  /**
   * Those that are among some ids and take one of some kinds of security.
   *
   * @param ids empty for all
   * @param modes empty for all
   */
  BitSet among(Set<ProductId> ids, Set<SecurityMode> modes) {
    BitSet found = new BitSet(rateBp.length);
    if (ids.isEmpty()) {
      found.set(0, rateBp.length);
    }
    for (ProductId id : ids) {
      if (numbers.containsKey(id)) {
        found.set(numbers.get(id));
      }
    }
    if (!modes.isEmpty()) {
      BitSet any = new BitSet(rateBp.length);
      modes.forEach(mode -> any.or(secured(mode)));
      found.and(any);
    }
    return found;
  }
}
