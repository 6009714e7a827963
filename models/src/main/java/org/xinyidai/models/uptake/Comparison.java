package org.xinyidai.models.uptake;

import java.util.Arrays;
import java.util.Optional;
import org.xinyidai.models.quality.Ratio;

/** How a value must stand to its bound (比较方式); exact, so 30% is not above 30%. */
public enum Comparison {
  ABOVE(">", "高于"),
  AT_LEAST(">=", "不低于"),
  AT_MOST("<=", "不高于"),
  BELOW("<", "低于");

  private final String sign;
  private final String titleZh;

  Comparison(String sign, String titleZh) {
    this.sign = sign;
    this.titleZh = titleZh;
  }

  /** The sign in files and tables. */
  public String sign() {
    return sign;
  }

  public String titleZh() {
    return titleZh;
  }

  /** Whether a larger value is the better one. */
  public boolean wantsMore() {
    return this == ABOVE || this == AT_LEAST;
  }

  /** Whether the value keeps the bound. */
  public boolean holds(Ratio value, Ratio bound) {
    int side = value.compareTo(bound);
    return switch (this) {
      case ABOVE -> side > 0;
      case AT_LEAST -> side >= 0;
      case AT_MOST -> side <= 0;
      case BELOW -> side < 0;
    };
  }

  public static Optional<Comparison> ofSign(String sign) {
    return Arrays.stream(values()).filter(one -> one.sign.equals(sign)).findFirst();
  }
}
