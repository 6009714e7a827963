package org.xinyidai.models.financing.application;

/**
 * What is late (逾期), as the lender last reported it.
 *
 * @param days natural days since the oldest instalment that is late
 * @param amountFen principal that is late
 */
public record Overdue(int days, long amountFen) {
  /** Longer than any term with what comes after it. */
  public static final int MAX_DAYS = 36_500;
}
