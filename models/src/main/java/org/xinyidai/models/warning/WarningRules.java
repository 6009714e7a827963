package org.xinyidai.models.warning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.Unit;

/**
 * All rules of early warning (预警规则集). Both days are judged by what is known now, so that a late
 * record never looks like a change. Where a measure is missing on either day a rule is silent:
 * missing is not zero.
 */
public final class WarningRules {
  private static final Comparator<Warning> WORST_FIRST =
      Comparator.comparing(Warning::severity).reversed();

  private final List<WarningRule> rules;
  private final FeatureSchema schema;

  /**
   * Rules over the features of a schema.
   *
   * @throws IllegalArgumentException for a measure that is neither a feature nor the score, or an
   *     id that is there twice
   */
  public WarningRules(List<WarningRule> rules, FeatureSchema schema) {
    this.rules = List.copyOf(rules);
    this.schema = schema;
    Set<String> ids = new HashSet<>();
    for (WarningRule rule : rules) {
      if (!rule.measure().equals(WarningRule.POINTS) && schema.position(rule.measure()).isEmpty()) {
        throw new IllegalArgumentException(rule.id() + ": no feature " + rule.measure());
      }
      if (!ids.add(rule.id())) {
        throw new IllegalArgumentException("two rules " + rule.id());
      }
    }
  }

  public List<WarningRule> rules() {
    return rules;
  }

  /**
   * The warnings of an enterprise, the worst first, those of equal weight in the order of the
   * rules.
   *
   * @param before the enterprise so many months before the day; asked once for each window
   */
  public List<Warning> judge(Moment now, IntFunction<Moment> before) {
    Map<Integer, Moment> past = new HashMap<>();
    List<Warning> warnings = new ArrayList<>();
    for (WarningRule rule : rules) {
      double is = measure(rule, now);
      if (!Double.isNaN(is)) {
        Moment then = past.computeIfAbsent(rule.windowMonths(), before::apply);
        double was = measure(rule, then);
        if (rule.change().of(was, is) >= rule.threshold()) {
          warnings.add(rule.warning(unit(rule), now, was, is));
        }
      }
    }
    warnings.sort(WORST_FIRST);
    return warnings;
  }

  private double measure(WarningRule rule, Moment moment) {
    OptionalInt position = schema.position(rule.measure());
    return position.isPresent()
        ? moment.vector().value(position.getAsInt())
        : moment.score().map(score -> (double) score.points()).orElse(Double.NaN);
  }

  private Unit unit(WarningRule rule) {
    OptionalInt position = schema.position(rule.measure());
    return position.isPresent() ? schema.features().get(position.getAsInt()).unit() : Unit.NUMBER;
  }
}
