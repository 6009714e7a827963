package org.xinyidai.models.product;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** How the codes of an attribute stand on its axis (编码规则). */
public sealed interface Coding {
  /** The part of the axis that a code covers; empty for an unknown code. */
  Optional<Interval> interval(String code);

  /** The value of an enterprise that carries this code; empty for an unknown code. */
  OptionalDouble value(String code);

  /** The code at a value, for people; the bare number where there is none. */
  String code(double value);

  /** Whether a greater value is a better class, so that a distance in classes has a meaning. */
  boolean ordered();

  /** The attribute is a plain number. */
  record None() implements Coding {
    @Override
    public Optional<Interval> interval(String code) {
      return Optional.empty();
    }

    @Override
    public OptionalDouble value(String code) {
      return OptionalDouble.empty();
    }

    @Override
    public String code(double value) {
      return ValueText.number(value);
    }

    @Override
    public boolean ordered() {
      return true;
    }
  }

  /** A short list of codes, each at one whole number. */
  record Listed(Map<String, Integer> values, boolean ordered) implements Coding {
    public Listed {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public Optional<Interval> interval(String code) {
      return Optional.ofNullable(values.get(code)).map(Interval::of);
    }

    @Override
    public OptionalDouble value(String code) {
      Integer value = values.get(code);
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @Override
    public String code(double value) {
      for (Map.Entry<String, Integer> entry : values.entrySet()) {
        if (entry.getValue() == value) {
          return entry.getKey();
        }
      }
      return ValueText.number(value);
    }
  }

  /**
   * Codes whose prefixes are classes, such as 43 for 430102 (GB/T 2260) or 39 for 3912 (GB/T 4754):
   * a prefix covers all codes that begin with it. A shorter code of an enterprise stands at the
   * beginning of its class.
   *
   * @param digits of a full code
   */
  record Prefixes(int digits) implements Coding {
    @Override
    public Optional<Interval> interval(String code) {
      if (value(code).isEmpty()) {
        return Optional.empty();
      }
      double from = value(code).getAsDouble();
      return Optional.of(new Interval(from, from + Math.pow(10, digits - code.length()) - 1));
    }

    @Override
    public OptionalDouble value(String code) {
      return code.matches("[0-9]{1," + digits + "}")
          ? OptionalDouble.of(
              Integer.parseInt(code) * Math.rint(Math.pow(10, digits - code.length())))
          : OptionalDouble.empty();
    }

    @Override
    public String code(double value) {
      return String.format(Locale.ROOT, "%0" + digits + "d", (long) value);
    }

    @Override
    public boolean ordered() {
      return false;
    }
  }
}
