package org.xinyidai.models.match;

import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.Terms;

/**
 * What an enterprise asks for (融资要求).
 *
 * @param maxAnnualRateBp the greatest yearly rate it would take, in basis points; {@link
 *     Rate#MAX_BP} where it sets none
 */
public record LoanRequest(long amountFen, int termMonths, Purpose purpose, int maxAnnualRateBp) {
  public LoanRequest {
    if (amountFen < 1 || amountFen > AmountRange.MAX_FEN) {
      throw new IllegalArgumentException("amount of " + amountFen + " fen");
    }
    if (termMonths < 1 || termMonths > Terms.MAX_MONTHS) {
      throw new IllegalArgumentException("term of " + termMonths + " months");
    }
    if (!Rate.isPossible(maxAnnualRateBp)) {
      throw new IllegalArgumentException("rate of " + maxAnnualRateBp + " basis points");
    }
  }
}
