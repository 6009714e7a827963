package org.xinyidai.connectors.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a report (单元格): text, a number with its format, or nothing.
 *
 * @param text null where it is a number
 * @param number null where it is text
 */
public record Cell(@Nullable String text, @Nullable BigDecimal number, CellFormat format) {
  /** What is not known is an empty cell, never zero. */
  public static final Cell EMPTY = of("");

  public static Cell of(String text) {
    return new Cell(text, null, CellFormat.COUNT);
  }

  public static Cell count(long number) {
    return new Cell(null, BigDecimal.valueOf(number), CellFormat.COUNT);
  }

  /** Money, given in fen and shown in yuan. */
  public static Cell fen(long fen) {
    return new Cell(null, BigDecimal.valueOf(fen, 2), CellFormat.YUAN);
  }

  public static Cell of(BigDecimal number, CellFormat format) {
    return new Cell(null, number, format);
  }

  /** As it is printed: {@code 15.23%}, {@code 1,234}. */
  public String shown() {
    BigDecimal value = number;
    if (value == null) {
      return text == null ? "" : text;
    }
    return switch (format) {
      case COUNT -> "%,d".formatted(value.longValue());
      case PERCENT -> "%.2f%%".formatted(value.movePointRight(2));
      case YUAN -> "%,.2f".formatted(value);
      case POINTS -> "%.2f".formatted(value);
      case DECIMAL -> value.stripTrailingZeros().toPlainString();
    };
  }
}
