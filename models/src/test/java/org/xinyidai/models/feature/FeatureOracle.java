package org.xinyidai.models.feature;

import java.util.HashMap;
import java.util.Map;

/** Every feature again, straight from raw facts: the slow answer that the fast one must give. */
final class FeatureOracle {
  /** The value of a family over some months; 0 months for a state of the day. */
  interface Rule {
    FeatureValue of(Seen seen, int months);
  }

  private final Map<String, Rule> rules = new HashMap<>();

  FeatureOracle() {
    InvoiceOracle.addTo(rules);
    TaxOracle.addTo(rules);
    UtilityOracle.addTo(rules);
    PeopleOracle.addTo(rules);
    ConsistencyOracle.addTo(rules);
    EventOracle.addTo(rules);
    AssetOracle.addTo(rules);
    StandingOracle.addTo(rules);
  }

  FeatureValue value(FeatureDefinition feature, Seen seen) {
    String family = feature.name().replaceFirst("_\\d+m$", "");
    Rule rule = rules.get(family);
    if (rule == null) {
      throw new AssertionError("no oracle for " + family);
    }
    return rule.of(seen, feature.windowMonths());
  }

  static FeatureValue absent() {
    return FeatureValue.missing(MissingReason.FEED_ABSENT);
  }

  static FeatureValue tooShort() {
    return FeatureValue.missing(MissingReason.HISTORY_TOO_SHORT);
  }

  static FeatureValue noBase() {
    return FeatureValue.missing(MissingReason.DENOMINATOR_ZERO);
  }

  /** A share of whole numbers. */
  static FeatureValue share(long part, long whole) {
    return share((double) part, (double) whole);
  }

  /** A share, missing where there is nothing to have a share of. */
  static FeatureValue share(double part, double whole) {
    return whole == 0 ? noBase() : FeatureValue.of(part / whole);
  }
}
