package org.xinyidai.models.record;

import java.math.BigDecimal;

/** Reads decimal text into whole units without floating point; full-width forms are taken. */
final class Numbers {
  /** Said of text that is no number, or one too large to keep. */
  static final long UNREADABLE = Long.MIN_VALUE;

  /** The largest magnitude kept, in units: sums of many amounts still fit a long. */
  static final long LIMIT = 1_000_000_000_000_000L;

  private static final int LONGEST = 40;

  private Numbers() {}

  /**
   * The number in units of 10^-decimals, or {@link #UNREADABLE}. Further decimals are accepted only
   * where they are zero; a comma only in front of three digits.
   */
  static long scaled(String text, int decimals) {
    int i = 0;
    char first = Texts.fold(text.charAt(0));
    if (first == '-' || first == '+' || first == '\u2212') {
      i = 1;
    }
    if (text.length() > LONGEST) {
      return UNREADABLE;
    }
    boolean negative = i == 1 && first != '+';
    long value = 0;
    int digits = 0;
    int places = -1;
    for (; i < text.length(); i++) {
      char c = Texts.fold(text.charAt(i));
      if (c >= '0' && c <= '9') {
        digits++;
        if (places < decimals) {
          value = value * 10 + (c - '0');
          places = places < 0 ? places : places + 1;
        } else if (c != '0') {
          return UNREADABLE;
        }
        if (value > LIMIT) {
          return UNREADABLE;
        }
      } else if (c == '.' && places < 0) {
        places = 0;
      } else if (c == 'e' || c == 'E') {
        return exponent(text, decimals);
      } else if (c != ',' || digits == 0 || places >= 0 || !threeDigitsFollow(text, i + 1)) {
        return UNREADABLE;
      }
    }
    if (digits == 0) {
      return UNREADABLE;
    }
    for (int place = Math.max(places, 0); place < decimals; place++) {
      value *= 10;
    }
    return value > LIMIT ? UNREADABLE : negative ? -value : value;
  }

  /** 1 for yes, 0 for no, or {@link #UNREADABLE}. */
  static long flag(String text) {
    return switch (text) {
      case "1", "是", "true", "TRUE", "True", "Y", "y" -> 1;
      case "0", "否", "false", "FALSE", "False", "N", "n" -> 0;
      default -> UNREADABLE;
    };
  }

  private static boolean threeDigitsFollow(String text, int start) {
    int end = start;
    while (end < text.length()
        && Texts.fold(text.charAt(end)) >= '0'
        && Texts.fold(text.charAt(end)) <= '9') {
      end++;
    }
    return end - start == 3;
  }

  /** Spreadsheets and JSON writers send 1.2E7; rare, so it may be slow. */
  private static long exponent(String text, int decimals) {
    StringBuilder ascii = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      ascii.append(Texts.fold(text.charAt(i)));
    }
    try {
      BigDecimal value = new BigDecimal(ascii.toString());
      if (Math.abs((long) value.scale()) > LONGEST) {
        return UNREADABLE;
      }
      long units = value.movePointRight(decimals).longValueExact();
      return units > LIMIT || units < -LIMIT ? UNREADABLE : units;
    } catch (ArithmeticException | NumberFormatException notANumber) {
      return UNREADABLE;
    }
  }
}
