package org.xinyidai.models.product;

/**
 * The terms that a lender grants (贷款期限), in months, both ends included. A product that publishes no
 * term has {@link #UNPUBLISHED}: any term may be asked, and the offer says that the lender sets it.
 */
public record Terms(int minMonths, int maxMonths) {
  /** The longest term that can be written: 30 years. */
  public static final int MAX_MONTHS = 360;

  public static final Terms UNPUBLISHED = new Terms(1, MAX_MONTHS);

  public Terms {
    if (minMonths < 1 || minMonths > maxMonths || maxMonths > MAX_MONTHS) {
      throw new IllegalArgumentException("terms from " + minMonths + " to " + maxMonths);
    }
  }

  public boolean published() {
    return !equals(UNPUBLISHED);
  }
}
