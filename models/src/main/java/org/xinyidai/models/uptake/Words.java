package org.xinyidai.models.uptake;

import java.math.BigDecimal;
import org.xinyidai.models.quality.Ratio;

/** Exact values as people write them (数值写法); for showing only. */
public final class Words {
  private static final int DECIMALS = 4;
  private static final Ratio HUNDRED = Ratio.whole(100);

  private Words() {}

  /** A share as percent where it is at most 1, else the number; at most four decimals. */
  public static String share(Ratio value) {
    boolean part = value.compareTo(Ratio.ONE) < 0 && value.denominator() > 1;
    return part || value.equals(Ratio.ONE) ? plain(value.times(HUNDRED)) + "%" : plain(value);
  }

  /** A number with at most four decimals, rounded half up, and no zeros behind. */
  public static String plain(Ratio value) {
    BigDecimal decimal = value.toDecimal(DECIMALS).stripTrailingZeros();
    return decimal.toPlainString();
  }
}
