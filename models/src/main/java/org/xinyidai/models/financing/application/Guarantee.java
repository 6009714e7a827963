package org.xinyidai.models.financing.application;

/**
 * A guarantee company in an application (担保).
 *
 * @param feeBp yearly fee in basis points of what is guaranteed; 0 until it is agreed
 */
public record Guarantee(String organisation, Answer answer, int feeBp) {
  /** The highest fee that can be written: 10% a year, so that a slip of the unit is seen. */
  public static final int MAX_FEE_BP = 1_000;

  /** What the guarantee company says. */
  public enum Answer {
    INVITED,
    AGREED,
    DECLINED
  }
}
