package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import org.xinyidai.models.product.SecurityMode;

/**
 * What a lender grants (授信). Sound once it is part of an application.
 *
 * @param number the lender's own
 * @param rateBp yearly, in basis points
 * @param firstLoan whether the enterprise never had a loan of any bank before (首贷)
 * @param validUntil the last day on which the contract may be signed
 */
public record Grant(
    String number,
    long amountFen,
    int rateBp,
    int termMonths,
    SecurityMode security,
    boolean firstLoan,
    LocalDate validUntil) {
  /** How long a lender may keep an offer open: what changes in half a year needs a new look. */
  public static final int LONGEST_VALID_DAYS = 180;

  /** A loan on credit alone (信用贷款). */
  public boolean unsecured() {
    return security == SecurityMode.CREDIT;
  }
}
