package org.xinyidai.connectors.feed;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.xinyidai.models.calendar.ChinaTime;

/**
 * Typed values of a file as the text that was meant (类型值转文本). Binary floating-point numbers are
 * rounded to the digits that are exact in both, so that 0.1 + 0.2 reads 0.3.
 */
final class ValueText {
  /** Decimal digits that a double always keeps, and all that a spreadsheet keeps. */
  static final int DIGITS = 15;

  private static final MathContext EXACT = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

  /** No amount has so many places; written out, a hostile exponent would fill the memory. */
  private static final int MOST_PLACES = 40;

  private ValueText() {}

  static String of(BigDecimal number) {
    return plain(number.round(EXACT).stripTrailingZeros());
  }

  /** An exact number written out, unless that would be monstrous. */
  static String plain(BigDecimal number) {
    return Math.abs((long) number.scale()) > MOST_PLACES
        ? number.toString()
        : number.toPlainString();
  }

  /** The same; what is no number keeps its name, which no column takes. */
  static String of(double number) {
    return Double.isFinite(number) ? of(BigDecimal.valueOf(number)) : String.valueOf(number);
  }

  /** The day of a moment: in China, or where it is written without a zone, as it is written. */
  static String dayOf(Instant moment, boolean zoned) {
    return LocalDate.ofInstant(moment, zoned ? ChinaTime.ZONE : ZoneOffset.UTC).toString();
  }
}
