package org.xinyidai.connectors.product;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.LimitRule;

/** Reads one part of the formula of the limit from its fields (额度规则解析). */
final class LimitReader {
  private static final double MAX_FACTOR = 100;

  private static final Map<String, Function<JsonFields, LimitRule>> TYPES =
      Map.of(
          "factorOf", LimitReader::factorOf,
          "shareLessDebts", LimitReader::shareLessDebts,
          "capByCode", LimitReader::capByCode);

  private LimitReader() {}

  /** Null when it is of no known type. */
  static @Nullable LimitRule read(JsonFields rule) {
    Function<JsonFields, LimitRule> type = rule.oneOf("type", TYPES);
    if (type == null) {
      return null;
    }
    LimitRule read = type.apply(rule);
    rule.end();
    return read;
  }

  private static LimitRule factorOf(JsonFields rule) {
    return new LimitRule.FactorOf(rule.text("attribute"), factor(rule, "factor"));
  }

  private static LimitRule shareLessDebts(JsonFields rule) {
    return new LimitRule.ShareLessDebts(
        rule.text("attribute"), factor(rule, "share"), rule.text("debts"));
  }

  private static LimitRule capByCode(JsonFields rule) {
    return new LimitRule.CapByCode(rule.text("attribute"), rule.object("capFen").wholes());
  }

  private static double factor(JsonFields rule, String name) {
    double factor = rule.number(name);
    if (factor > 0 && factor <= MAX_FACTOR) {
      return factor;
    }
    rule.tell(name, "须大于0且不超过100", "must be above 0 and at most 100");
    return 1;
  }
}
