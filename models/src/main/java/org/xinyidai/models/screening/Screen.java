package org.xinyidai.models.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.HardRule;
import org.xinyidai.models.product.LoanProduct;

/**
 * What is asked of enterprises (筛选条件): all conditions must hold, each on another attribute.
 *
 * @param conditions in the order of positions, at most one for each; none means everyone
 */
public record Screen(List<AcceptedSet> conditions) {
  /** No condition: everyone. */
  public static final Screen EVERYONE = new Screen(List.of());

  /** Joins conditions on the same attribute: both must hold. */
  public Screen {
    conditions = joined(conditions);
  }

  /** A product's own conditions, and what of them cannot be screened for. */
  public record OfProduct(Screen screen, List<String> leftAside) {
    public OfProduct {
      leftAside = List.copyOf(leftAside);
    }
  }

  /** What criteria mean on a day. */
  public static Screen of(
      AttributeCatalogue catalogue, Collection<Criterion> criteria, LocalDate day) {
    return new Screen(criteria.stream().map(one -> accepted(catalogue, one, day)).toList());
  }

  /**
   * Whom a product would take by its criteria and the hard rules before them. What an enterprise
   * declares only with a demand is left aside and named, for it may declare it.
   *
   * @param day on which the product is asked
   */
  public static OfProduct of(
      AttributeCatalogue catalogue, List<HardRule> rules, LoanProduct product, LocalDate day) {
    List<Criterion> asked = new ArrayList<>();
    List<String> leftAside = new ArrayList<>();
    rules.forEach(rule -> asked.add(rule.criterion()));
    for (Criterion criterion : product.criteria()) {
      if (catalogue.get(criterion.attribute()).origin() == Attribute.Origin.DECLARED) {
        leftAside.add(criterion.attribute());
      } else {
        asked.add(criterion);
      }
    }
    return new OfProduct(of(catalogue, asked, day), leftAside);
  }

  /** Both must hold. */
  public Screen and(Screen other) {
    List<AcceptedSet> both = new ArrayList<>(conditions);
    both.addAll(other.conditions);
    return new Screen(both);
  }

  /**
   * Whether an enterprise matches: the plain meaning, which every faster way must have.
   *
   * @param values by position, NaN where missing
   */
  public boolean accepts(IntToDoubleFunction values) {
    for (AcceptedSet condition : conditions) {
      if (!condition.accepts(values.applyAsDouble(condition.position()))) {
        return false;
      }
    }
    return true;
  }

  private static AcceptedSet accepted(
      AttributeCatalogue catalogue, Criterion criterion, LocalDate day) {
    int position = catalogue.positionOf(criterion.attribute());
    return criterion.accepted(catalogue.get(position), position, day);
  }

  private static List<AcceptedSet> joined(List<AcceptedSet> conditions) {
    Map<Integer, AcceptedSet> byPosition = new TreeMap<>();
    conditions.forEach(one -> byPosition.merge(one.position(), one, AcceptedSet::and));
    return List.copyOf(byPosition.values());
  }
}
