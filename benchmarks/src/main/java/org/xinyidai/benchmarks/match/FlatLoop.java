package org.xinyidai.benchmarks.match;

import java.util.ArrayList;
import java.util.List;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.Interval;
import org.xinyidai.models.product.LoanProduct;

/**
 * A peer: the criteria of all products in flat arrays, asked one by one without an object on the
 * way. Products that come to nothing by a missing value are refused, as all made-up products do.
 */
final class FlatLoop {
  private final int[] criterionStarts;
  private final int[] positions;
  private final int[] intervalStarts;
  private final double[] from;
  private final double[] to;

  FlatLoop(AttributeCatalogue catalogue, List<LoanProduct> products) {
    List<AcceptedSet> sets = new ArrayList<>();
    criterionStarts = new int[products.size() + 1];
    for (int i = 0; i < products.size(); i++) {
      for (Criterion criterion : products.get(i).criteria()) {
        int position = catalogue.positionOf(criterion.attribute());
        sets.add(criterion.accepted(catalogue.get(position), position, SyntheticMarket.DAY));
      }
      criterionStarts[i + 1] = sets.size();
    }
    positions = sets.stream().mapToInt(AcceptedSet::position).toArray();
    intervalStarts = new int[sets.size() + 1];
    List<Interval> intervals = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      intervals.addAll(sets.get(i).intervals());
      intervalStarts[i + 1] = intervals.size();
    }
    from = intervals.stream().mapToDouble(Interval::from).toArray();
    to = intervals.stream().mapToDouble(Interval::to).toArray();
  }

  /** Sets the bits of the eligible products; the others must be clear. */
  void eligible(double[] values, long[] eligible) {
    for (int product = 0; product + 1 < criterionStarts.length; product++) {
      if (passes(product, values)) {
        eligible[product >>> 6] |= 1L << product;
      }
    }
  }

  private boolean passes(int product, double[] values) {
    for (int i = criterionStarts[product]; i < criterionStarts[product + 1]; i++) {
      double value = values[positions[i]];
      boolean inside = false;
      for (int j = intervalStarts[i]; j < intervalStarts[i + 1] && !inside; j++) {
        inside = from[j] <= value && value <= to[j];
      }
      if (!inside) {
        return false;
      }
    }
    return true;
  }
}
