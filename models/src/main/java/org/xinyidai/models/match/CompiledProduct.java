package org.xinyidai.models.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Rate;

/**
 * A product with what its criteria mean on one day (已编译产品).
 *
 * @param accepted one per criterion, in their order
 * @param rules hard rules, which stand before every product
 * @param words of the criteria, made when somebody asks why not
 * @param unconditional whether an offer of it never has a condition, whoever asks
 */
record CompiledProduct(
    LoanProduct product,
    List<AcceptedSet> accepted,
    CompiledRules rules,
    CriterionWords words,
    boolean unconditional) {
  static CompiledProduct of(
      LoanProduct product, AttributeCatalogue catalogue, CompiledRules rules, LocalDate day) {
    List<AcceptedSet> accepted = new ArrayList<>();
    boolean unconditional =
        product.rate() instanceof Rate.Fixed
            && product.terms().published()
            && product.limits().stream().allMatch(rule -> rule.takesOff().isEmpty());
    for (Criterion criterion : product.criteria()) {
      int position = catalogue.positionOf(criterion.attribute());
      Attribute attribute = catalogue.get(position);
      accepted.add(criterion.accepted(attribute, position, day));
      unconditional &=
          attribute.origin() != Attribute.Origin.DECLARED
              && criterion.whenMissing() != Criterion.WhenMissing.LENDER_CHECKS;
    }
    CriterionWords words = new CriterionWords(product.criteria(), catalogue);
    return new CompiledProduct(product, List.copyOf(accepted), rules, words, unconditional);
  }

  /** The products in effect on a day, compiled, in the fixed order of products. */
  static List<CompiledProduct> inEffect(
      List<LoanProduct> products, AttributeCatalogue catalogue, LocalDate day) {
    return inEffect(products, catalogue, CompiledRules.NONE, day);
  }

  /** The same behind hard rules. */
  static List<CompiledProduct> inEffect(
      List<LoanProduct> products,
      AttributeCatalogue catalogue,
      CompiledRules rules,
      LocalDate day) {
    return products.stream()
        .filter(product -> product.effectiveOn(day))
        .sorted(LoanProduct.ORDER)
        .map(product -> of(product, catalogue, rules, day))
        .toList();
  }

  boolean eligible(double[] values) {
    if (!rules.hold(values)) {
      return false;
    }
    for (int i = 0; i < accepted.size(); i++) {
      AcceptedSet set = accepted.get(i);
      if (!set.accepts(values[set.position()])) {
        return false;
      }
    }
    return true;
  }
}
