package org.xinyidai.models.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.LoanProduct;

/**
 * A product with what its criteria mean on one day (已编译产品).
 *
 * @param accepted one per criterion, in their order
 */
record CompiledProduct(LoanProduct product, List<AcceptedSet> accepted) {
  static CompiledProduct of(LoanProduct product, AttributeCatalogue catalogue, LocalDate day) {
    List<AcceptedSet> accepted = new ArrayList<>();
    for (Criterion criterion : product.criteria()) {
      int position = catalogue.positionOf(criterion.attribute());
      accepted.add(criterion.accepted(catalogue.get(position), position, day));
    }
    return new CompiledProduct(product, List.copyOf(accepted));
  }

  /** The products in effect on a day, compiled, in the fixed order of products. */
  static List<CompiledProduct> inEffect(
      List<LoanProduct> products, AttributeCatalogue catalogue, LocalDate day) {
    return products.stream()
        .filter(product -> product.effectiveOn(day))
        .sorted(LoanProduct.ORDER)
        .map(product -> of(product, catalogue, day))
        .toList();
  }

  boolean eligible(double[] values) {
    for (int i = 0; i < accepted.size(); i++) {
      AcceptedSet set = accepted.get(i);
      if (!set.accepts(values[set.position()])) {
        return false;
      }
    }
    return true;
  }
}
