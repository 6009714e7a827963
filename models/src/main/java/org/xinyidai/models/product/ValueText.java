package org.xinyidai.models.product;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.xinyidai.models.feature.Unit;

/**
 * Values in the words of a clerk (取值表述): money in yuan, shares in percent, classes by their code.
 */
public final class ValueText {
  private static final double FEN_PER_WAN = 1_000_000;
  private static final int FEN_PER_YUAN = 100;
  private static final int DECIMALS = 4;

  /** Below this every whole double is exact, and so is its shortest text. */
  private static final double EXACT = 1e15;

  private ValueText() {}

  /** A value of an attribute with its unit; "no data" when NaN. */
  public static Text of(Attribute attribute, double value) {
    if (Double.isNaN(value)) {
      return new Text("无数据", "no data");
    }
    return switch (attribute.kind()) {
      case FLAG -> value == 0 ? new Text("否", "no") : new Text("是", "yes");
      case CODE -> CodeWords.of(attribute.name(), attribute.coding().code(value));
      case DATE -> same(LocalDate.ofEpochDay((long) value).toString());
      case NUMBER -> of(attribute.unit(), value);
    };
  }

  /** A quantity with its unit. */
  public static Text of(Unit unit, double value) {
    return switch (unit) {
      case FEN -> money(value);
      case RATIO -> same(number(value * 100) + "%");
      case BASIS_POINTS -> same(number(value / 100) + "%");
      case COUNT -> counted(value, unit, "");
      case MONTHS -> counted(value, unit, " months");
      case DAYS -> counted(value, unit, " days");
      case YEARS -> counted(value, unit, " years");
      case PERSONS -> counted(value, unit, " persons");
      case KILOWATT_HOURS -> counted(value, unit, " kWh");
      case CLASS -> counted(value, unit, " classes");
      case NUMBER -> same(number(value));
    };
  }

  private static Text counted(double value, Unit unit, String en) {
    String number = number(value);
    return new Text(number + unit.titleZh(), number + en);
  }

  /** A plain number, at most four decimals, no exponent. */
  public static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    if (value == (long) value && Math.abs(value) < EXACT) {
      return Long.toString((long) value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static Text money(double fen) {
    String yuan = yuan(fen);
    boolean wan = fen != 0 && fen % FEN_PER_WAN == 0;
    return new Text(wan ? number(fen / FEN_PER_WAN) + "万元" : yuan + "元", yuan + " yuan");
  }

  /**
   * What {@link #number} says of a hundredth; whole fen, which nearly all are, need no rounding.
   */
  private static String yuan(double fen) {
    long whole = (long) fen;
    if (whole != fen || Math.abs(whole) >= EXACT || whole % FEN_PER_YUAN == 0) {
      return number(fen / FEN_PER_YUAN);
    }
    long rest = Math.abs(whole % FEN_PER_YUAN);
    String digits = rest % 10 == 0 ? "." + rest / 10 : (rest < 10 ? ".0" : ".") + rest;
    return (whole < 0 ? "-" : "") + Math.abs(whole / FEN_PER_YUAN) + digits;
  }

  private static Text same(String text) {
    return new Text(text, text);
  }
}
