package org.xinyidai.models.feature;

import java.util.Arrays;

/**
 * How a total is spread over counterparties (集中度). Only counterparties with a positive sum count:
 * one whose red invoices outweigh the others holds no share.
 */
final class Concentration {
  private final long[] ascending;
  private final long total;

  /** Of one sum in fen per counterparty, in any order. */
  Concentration(long[] sums) {
    ascending = Arrays.stream(sums).filter(sum -> sum > 0).sorted().toArray();
    total = Arrays.stream(ascending).sum();
  }

  /** How many counterparties hold a share. */
  int count() {
    return ascending.length;
  }

  /** The Herfindahl-Hirschman index, from 1 / count to 1; missing where nobody holds a share. */
  FeatureValue herfindahl() {
    double sum = 0;
    for (long amount : ascending) {
      double share = (double) amount / total;
      sum += share * share;
    }
    return count() == 0
        ? FeatureValue.missing(MissingReason.DENOMINATOR_ZERO)
        : FeatureValue.of(sum);
  }

  /** The share of the largest counterparties together; missing where nobody holds a share. */
  FeatureValue topShare(int largest) {
    long sum = 0;
    for (int i = Math.max(0, count() - largest); i < count(); i++) {
      sum += ascending[i];
    }
    return FeatureValue.ratio(sum, total);
  }
}
