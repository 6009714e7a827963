package org.xinyidai.models.match;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.SecurityMode;

/**
 * The products that a request fits (需求索引): what {@link RequestCheck} asks of each, laid out in
 * columns, so that thousands of eligible products are told off without a look at any. Positions are
 * those of the products. Immutable.
 */
final class RequestIndex {
  private final long[] leastFen;
  private final long[] mostFen;
  private final int[] leastMonths;
  private final int[] mostMonths;
  private final int[] lowestBp;

  private final Map<Purpose, BitSet> serving = new EnumMap<>(Purpose.class);
  private final Map<SecurityMode, BitSet> secured = new EnumMap<>(SecurityMode.class);

  RequestIndex(List<LoanProduct> products) {
    int count = products.size();
    leastFen = products.stream().mapToLong(one -> one.amount().minFen()).toArray();
    mostFen = products.stream().mapToLong(one -> one.amount().maxFen()).toArray();
    leastMonths = products.stream().mapToInt(one -> one.terms().minMonths()).toArray();
    mostMonths = products.stream().mapToInt(one -> one.terms().maxMonths()).toArray();
    lowestBp = products.stream().mapToInt(one -> one.rate().lowestBp().orElse(0)).toArray();
    for (Purpose purpose : Purpose.values()) {
      BitSet served = new BitSet(count);
      for (int i = 0; i < count; i++) {
        LoanProduct one = products.get(i);
        served.set(i, one.purposes().isEmpty() || one.purposes().contains(purpose));
      }
      serving.put(purpose, served);
    }
    for (SecurityMode mode : SecurityMode.values()) {
      BitSet taken = new BitSet(count);
      for (int i = 0; i < count; i++) {
        LoanProduct one = products.get(i);
        taken.set(i, one.security().isEmpty() || one.security().contains(mode));
      }
      secured.put(mode, taken);
    }
  }

  /** Takes those out that the request does not fit. */
  void keep(BitSet eligible, LoanRequest request) {
    eligible.and(serving.getOrDefault(request.purpose(), new BitSet()));
    if (!request.security().isEmpty()) {
      BitSet wished = new BitSet();
      request.security().forEach(mode -> wished.or(secured.getOrDefault(mode, new BitSet())));
      eligible.and(wished);
    }
    for (int i = eligible.nextSetBit(0); i >= 0; i = eligible.nextSetBit(i + 1)) {
      if (request.amountFen() < leastFen[i]
          || request.termMonths() < leastMonths[i]
          || request.termMonths() > mostMonths[i]
          || request.maxAnnualRateBp() < lowestBp[i]) {
        eligible.clear(i);
      }
    }
  }

  /** The most that a product gives, in fen. */
  long capFen(int product) {
    return mostFen[product];
  }
}
