package org.xinyidai.models.quality;

import java.util.Optional;

/**
 * The office that registers a code and so owns an error in it (重错码责任部门), named by the code's first
 * character (C21).
 */
public enum CodeOwner {
  STAFFING('1', "编办"),
  JUSTICE('3', "司法"),
  CIVIL_AFFAIRS('5', "民政"),
  TRADE_UNIONS('8', "总工会"),
  MARKET_REGULATION('9', "市场监管");

  private final char digit;
  private final String titleZh;

  CodeOwner(char digit, String titleZh) {
    this.digit = digit;
    this.titleZh = titleZh;
  }

  public char digit() {
    return digit;
  }

  public String titleZh() {
    return titleZh;
  }

  /** The owner of a code, right or wrong; empty when its first character names none of the five. */
  public static Optional<CodeOwner> of(String code) {
    for (CodeOwner owner : values()) {
      if (!code.isEmpty() && code.charAt(0) == owner.digit) {
        return Optional.of(owner);
      }
    }
    return Optional.empty();
  }
}
