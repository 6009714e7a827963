package org.xinyidai.models.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.HardRule;

/**
 * Hard rules with what they mean on a catalogue (已编译硬性规则).
 *
 * @param accepted one per rule, in their order
 */
record CompiledRules(List<HardRule> rules, List<AcceptedSet> accepted) {
  static final CompiledRules NONE = new CompiledRules(List.of(), List.of());

  /** Rules speak of states and flags, so what they accept is the same on every day. */
  static CompiledRules of(List<HardRule> rules, AttributeCatalogue catalogue) {
    List<AcceptedSet> accepted = new ArrayList<>();
    for (HardRule rule : rules) {
      int position = catalogue.positionOf(rule.criterion().attribute());
      accepted.add(rule.criterion().accepted(catalogue.get(position), position, LocalDate.EPOCH));
    }
    return new CompiledRules(List.copyOf(rules), List.copyOf(accepted));
  }

  boolean hold(double[] values) {
    for (int i = 0; i < accepted.size(); i++) {
      AcceptedSet set = accepted.get(i);
      if (!set.accepts(values[set.position()])) {
        return false;
      }
    }
    return true;
  }

  /** Every rule that the candidate falls under, in the order of rules. */
  List<Mismatch> mismatches(Candidate candidate) {
    List<Mismatch> mismatches = new ArrayList<>();
    for (int i = 0; i < accepted.size(); i++) {
      double actual = candidate.value(accepted.get(i).position());
      if (!accepted.get(i).accepts(actual)) {
        mismatches.add(mismatch(rules.get(i), candidate, actual));
      }
    }
    return mismatches;
  }

  private static Mismatch mismatch(HardRule rule, Candidate candidate, double actual) {
    Attribute attribute = candidate.catalogue().get(rule.criterion().attribute());
    return new Mismatch(
        Mismatch.Kind.HARD_RULE,
        attribute.name(),
        rule.words().title(),
        rule.words().exit(),
        actual,
        rule.words().found(),
        attribute.unit(),
        Double.NaN,
        null,
        rule);
  }
}
