package org.xinyidai.models.product;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One part of the formula of the limit (额度测算规则): what an enterprise may get is the least of all
 * parts and of the product's cap.
 */
public sealed interface LimitRule {
  /** The attributes without which there is no limit; the first is the base. */
  List<String> needs();

  /** What the enterprise may leave undeclared; the lender then takes it off. */
  default List<String> takesOff() {
    return List.of();
  }

  /**
   * The limit in fen, not below 0; NaN where an attribute that is needed is missing.
   *
   * @param values one per attribute of the catalogue, NaN where missing
   */
  double limitFen(AttributeCatalogue catalogue, double[] values);

  Text words(AttributeCatalogue catalogue);

  /** A multiple of a sum, such as five times the annual tax or a tenth of the sales. */
  record FactorOf(String attribute, double factor) implements LimitRule {
    public FactorOf {
      check(factor);
    }

    @Override
    public List<String> needs() {
      return List.of(attribute);
    }

    @Override
    public double limitFen(AttributeCatalogue catalogue, double[] values) {
      return atLeastZero(catalogue.value(values, attribute) * factor);
    }

    @Override
    public Text words(AttributeCatalogue catalogue) {
      return product(catalogue.title(attribute), factor);
    }
  }

  /**
   * A share of a sum less the debts. Debts that the enterprise has not declared are not taken to be
   * zero: the offer then carries the condition that the lender deducts them.
   */
  record ShareLessDebts(String attribute, double share, String debts) implements LimitRule {
    public ShareLessDebts {
      check(share);
    }

    @Override
    public List<String> needs() {
      return List.of(attribute);
    }

    @Override
    public List<String> takesOff() {
      return List.of(debts);
    }

    @Override
    public double limitFen(AttributeCatalogue catalogue, double[] values) {
      double known = catalogue.value(values, debts);
      double deducted = Double.isNaN(known) ? 0 : known;
      return atLeastZero(catalogue.value(values, attribute) * share - deducted);
    }

    @Override
    public Text words(AttributeCatalogue catalogue) {
      Text gross = product(catalogue.title(attribute), share);
      Text less = catalogue.title(debts);
      return new Text(gross.zh() + " - " + less.zh(), gross.en() + " - " + less.en());
    }
  }

  /**
   * A cap for each class of the enterprise.
   *
   * @param capFen by code, in fen; a class that is not named gets nothing
   */
  record CapByCode(String attribute, Map<String, Long> capFen) implements LimitRule {
    public CapByCode {
      capFen = Collections.unmodifiableMap(new TreeMap<>(capFen));
    }

    @Override
    public List<String> needs() {
      return List.of(attribute);
    }

    @Override
    public double limitFen(AttributeCatalogue catalogue, double[] values) {
      double value = catalogue.value(values, attribute);
      String code = catalogue.get(attribute).coding().code(value);
      return Double.isNaN(value) ? Double.NaN : capFen.getOrDefault(code, 0L);
    }

    @Override
    public Text words(AttributeCatalogue catalogue) {
      StringBuilder caps = new StringBuilder();
      capFen.forEach(
          (code, fen) ->
              caps.append(' ').append(code).append('=').append(ValueText.number(fen / 100.0)));
      Text title = catalogue.title(attribute);
      return new Text(title.zh() + "分档（元）:" + caps, title.en() + " tiers in yuan:" + caps);
    }
  }

  private static void check(double factor) {
    if (!(factor > 0 && factor <= 100)) {
      throw new IllegalArgumentException("a factor above 0, at most 100: " + factor);
    }
  }

  /** NaN stays NaN. */
  private static double atLeastZero(double fen) {
    return fen < 0 ? 0 : fen;
  }

  private static Text product(Text title, double factor) {
    String times = " × " + ValueText.number(factor);
    return new Text(title.zh() + times, title.en() + times);
  }
}
