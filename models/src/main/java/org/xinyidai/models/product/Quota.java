package org.xinyidai.models.product;

/**
 * How much of a product a lender will grant (产品额度), and how much of that is granted already.
 *
 * @param loans number of loans
 * @param amountFen sum of their amounts
 * @param usedLoans loans granted against it
 * @param usedFen their sum
 */
public record Quota(long loans, long amountFen, long usedLoans, long usedFen) {
  /** Where one of both is not bounded: above any sum of loans, with room to add to it. */
  public static final long UNBOUNDED = Long.MAX_VALUE / 4;

  public Quota {
    if (loans < 0 || amountFen < 0 || usedLoans < 0 || usedFen < 0) {
      throw new IllegalArgumentException("a quota below zero");
    }
  }

  public long loansLeft() {
    return Math.max(0, loans - usedLoans);
  }

  public long fenLeft() {
    return Math.max(0, amountFen - usedFen);
  }

  /** Whether one more loan of this amount fits. */
  public boolean admits(long loanFen) {
    return loansLeft() > 0 && fenLeft() >= loanFen;
  }

  /** The same bounds with one more loan granted. */
  public Quota with(long loanFen) {
    return new Quota(loans, amountFen, usedLoans + 1, usedFen + loanFen);
  }

  /** The same bounds with one granted loan taken back. */
  public Quota without(long loanFen) {
    return new Quota(loans, amountFen, usedLoans - 1, usedFen - loanFen);
  }
}
