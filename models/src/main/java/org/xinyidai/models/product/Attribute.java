package org.xinyidai.models.product;

import java.util.OptionalDouble;
import org.xinyidai.models.feature.MendsWithTime;
import org.xinyidai.models.feature.Unit;

/**
 * What a criterion may speak of (准入属性): one axis, on which every enterprise has one value or none.
 *
 * @param name as in a product file; that of the feature where it is one
 * @param unit of its values and of a shortfall
 * @param mends whether waiting alone can move it the good way
 */
public record Attribute(
    String name,
    Text title,
    Unit unit,
    Kind kind,
    Origin origin,
    MendsWithTime mends,
    Coding coding) {

  /** What its values are; says which criteria fit. */
  public enum Kind {
    NUMBER,
    /** A code or class; see the coding. */
    CODE,
    /** 1 for yes, 0 for no. */
    FLAG,
    /** A day, kept as days since 1970-01-01. */
    DATE
  }

  /** Who says it, and so who must act when it is missing. */
  public enum Origin {
    /** A feature of the schema, at the same position as there. */
    FEATURE,
    SCORE,
    /** The registration of the enterprise. */
    PROFILE,
    /** Computed from other attributes when a candidate is made. */
    DERIVED,
    /** Unknown to the platform; the enterprise declares it with its demand (自行申报). */
    DECLARED
  }

  /** Whether its values are whole numbers, so that "below 300" is "at most 299". */
  public boolean wholeNumbers() {
    return switch (unit) {
      case FEN, COUNT, DAYS, MONTHS, YEARS, PERSONS, CLASS, BASIS_POINTS -> true;
      case RATIO, KILOWATT_HOURS, NUMBER -> false;
    };
  }

  /**
   * The values that can occur at all; nobody passes a criterion that accepts none of them. Wide
   * where nothing better is known: sums that red invoices reduce may fall below 0.
   */
  public Interval possible() {
    return PossibleValues.of(this);
  }

  /** Whether a distance between two values means something to a person. */
  public boolean measurable() {
    return kind == Kind.NUMBER || kind == Kind.DATE || (kind == Kind.CODE && coding.ordered());
  }

  /**
   * Reads a declared value: a number not below 0, a code, or {@code true} and {@code false} for a
   * flag.
   */
  public OptionalDouble read(String text) {
    return switch (kind) {
      case FLAG ->
          text.equals("true")
              ? OptionalDouble.of(1)
              : text.equals("false") ? OptionalDouble.of(0) : OptionalDouble.empty();
      case CODE -> coding.value(text);
      case NUMBER ->
          text.matches("[0-9]{1,15}(\\.[0-9]{1,6})?")
              ? OptionalDouble.of(Double.parseDouble(text))
              : OptionalDouble.empty();
      case DATE -> OptionalDouble.empty();
    };
  }
}
