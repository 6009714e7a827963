package org.xinyidai.models.product;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which values of an attribute can occur (取值范围), told from its kind, its unit and its name. */
final class PossibleValues {
  private static final Interval NOT_NEGATIVE = new Interval(0, Double.POSITIVE_INFINITY);
  private static final Interval SHARE = new Interval(0, 1);

  /** Changes and differences, and sums that red invoices or refunds reduce. */
  private static final Pattern SIGNED =
      Pattern.compile(".*(growth|change|trend|margin|balance|log|invoiced|sales|paid|burden).*");

  private static final Pattern COUNTED_MONTHS = Pattern.compile(".*_(?:active|gap)_months_(\\d+)m");

  /** The longest life of a person who runs a firm. */
  private static final double MOST_YEARS = 120;

  /** Debts of ten times the assets: beyond it a percentage was written for a share. */
  private static final double MOST_DEBT_RATIO = 10;

  private PossibleValues() {}

  static Interval of(Attribute attribute) {
    return switch (attribute.kind()) {
      case FLAG -> SHARE;
      case CODE -> codes(attribute.coding());
      case DATE -> Interval.ALL;
      case NUMBER -> number(attribute);
    };
  }

  private static Interval codes(Coding coding) {
    if (coding instanceof Coding.Listed listed) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int value : listed.values().values()) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      return new Interval(least, most);
    }
    return NOT_NEGATIVE;
  }

  private static Interval number(Attribute attribute) {
    String name = attribute.name();
    if (name.equals("probability_of_default")) {
      return SHARE;
    }
    if (attribute.origin() == Attribute.Origin.DECLARED) {
      return declared(attribute);
    }
    Matcher months = COUNTED_MONTHS.matcher(name);
    if (months.matches()) {
      return new Interval(0, Double.parseDouble(months.group(1)));
    }
    return switch (attribute.unit()) {
      case COUNT, DAYS, MONTHS, YEARS, KILOWATT_HOURS -> NOT_NEGATIVE;
      case PERSONS, FEN, RATIO -> SIGNED.matcher(name).matches() ? Interval.ALL : NOT_NEGATIVE;
      case CLASS, BASIS_POINTS, NUMBER -> Interval.ALL;
    };
  }

  private static Interval declared(Attribute attribute) {
    return switch (attribute.unit()) {
      case YEARS -> new Interval(0, MOST_YEARS);
      case RATIO -> new Interval(0, MOST_DEBT_RATIO);
      case FEN -> new Interval(0, AmountRange.MAX_FEN);
      default -> NOT_NEGATIVE;
    };
  }
}
