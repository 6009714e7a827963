package org.xinyidai.models.product;

/**
 * What a loan costs beside its interest (费用), in basis points of the amount.
 *
 * @param onceBp paid once, when the loan is granted
 * @param yearlyBp paid for each year, such as the fee of a guarantee
 */
public record Fees(int onceBp, int yearlyBp) {
  /** No fee is published. */
  public static final Fees NONE = new Fees(0, 0);

  /** The greatest fee that can be written: a tenth of the amount, so that a slip is seen. */
  public static final int MAX_BP = 1_000;

  public Fees {
    if (onceBp < 0 || onceBp > MAX_BP || yearlyBp < 0 || yearlyBp > MAX_BP) {
      throw new IllegalArgumentException("fees of " + onceBp + " and " + yearlyBp + " points");
    }
  }
}
