package org.xinyidai.connectors.uptake;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.xinyidai.models.quality.Ratio;

/**
 * Numbers of a pack as people write them (数值写法): 0.3, 15%, 0.1‰, 1/10000; read without rounding.
 */
final class ExactNumber {
  private static final Map<String, Integer> UNITS = Map.of("%", 2, "‰", 3);

  private ExactNumber() {}

  static Ratio read(String text) throws IOException {
    String plain = text.strip();
    try {
      int slash = plain.indexOf('/');
      if (slash > 0) {
        return new Ratio(
            Long.parseLong(plain.substring(0, slash)), Long.parseLong(plain.substring(slash + 1)));
      }
      String last = plain.isEmpty() ? "" : plain.substring(plain.length() - 1);
      int moved = UNITS.getOrDefault(last, 0);
      String digits = moved == 0 ? plain : plain.substring(0, plain.length() - 1);
      return exact(new BigDecimal(digits).movePointLeft(moved));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IOException("\"" + text + "\" is no number such as 0.3, 15%, 0.1‰ or 1/10000", e);
    }
  }

  private static Ratio exact(BigDecimal decimal) {
    BigInteger whole = BigInteger.TEN.pow(Math.max(0, decimal.scale()));
    return new Ratio(
        decimal.multiply(new BigDecimal(whole)).longValueExact(), whole.longValueExact());
  }
}
