package org.xinyidai.models.warning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.xinyidai.models.feature.Unit;

/** Amounts in the sentences of a warning (预警表述): money in yuan, shares in percent. */
final class Amounts {
  /** Stands for the word of the unit until the language is known. */
  static final String UNIT = "\u0000";

  private static final int DECIMALS = 2;

  private Amounts() {}

  static String text(Unit unit, double value) {
    return switch (unit) {
      case FEN -> number(value / 100) + UNIT;
      case RATIO -> percent(value);
      default -> number(value) + UNIT;
    };
  }

  static String percent(double share) {
    return number(share * 100) + "%";
  }

  static String zh(Unit unit) {
    return unit == Unit.FEN ? "元" : unit.titleZh();
  }

  static String en(Unit unit) {
    return switch (unit) {
      case FEN -> " yuan";
      case KILOWATT_HOURS -> " kWh";
      case PERSONS -> " persons";
      case MONTHS -> " months";
      case DAYS -> " days";
      default -> "";
    };
  }

  private static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
