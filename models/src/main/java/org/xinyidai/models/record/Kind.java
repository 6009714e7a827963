package org.xinyidai.models.record;

/** How the text of a column becomes a value, and in which unit the value is kept. */
public enum Kind {
  /** Free text, at most {@link Column#MAX_TEXT} characters. */
  TEXT,
  /** One of the column's allowed codes; kept as the position of the code in that list. */
  CODE,
  /**
   * A day, {@code 2024-03-05}, {@code 2024/3/5}, {@code 2024.3.5}, {@code 2024年3月5日} or {@code
   * 20240305}, a time of day behind it being dropped; kept as epoch day.
   */
  DAY,
  /**
   * A month, {@code 2024-03}, {@code 2024/3}, {@code 2024年3月}, {@code 202403} or any day in it;
   * kept as year x 12 + month - 1.
   */
  MONTH,
  /** Money in yuan with at most two decimals; kept as fen. */
  FEN,
  /** A whole number. */
  COUNT,
  /** A quantity with at most three decimals (kWh, m3, GJ, tonnes); kept as thousandths. */
  MILLI,
  /** {@code true/false}, {@code 1/0}, {@code Y/N}, {@code 是/否}; kept as 1 or 0. */
  FLAG
}
