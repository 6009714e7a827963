package org.xinyidai.models.match;

import java.util.Set;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Terms;

/**
 * What an enterprise asks for (融资要求).
 *
 * @param maxAnnualRateBp the greatest yearly rate it would take, in basis points; {@link
 *     Rate#MAX_BP} where it sets none
 * @param security what it would give as security, any of these; empty where all is the same to it
 */
public record LoanRequest(
    long amountFen,
    int termMonths,
    Purpose purpose,
    int maxAnnualRateBp,
    Set<SecurityMode> security) {
  /** Without a wish for a kind of security. */
  public LoanRequest(long amountFen, int termMonths, Purpose purpose, int maxAnnualRateBp) {
    this(amountFen, termMonths, purpose, maxAnnualRateBp, Set.of());
  }

  public LoanRequest {
    security = Set.copyOf(security);
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
