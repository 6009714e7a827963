package org.xinyidai.models.financing.claim;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Terms;

/**
 * A loan as its lender claims it (认领贷款).
 *
 * @param contractNumber the lender's own; claimed once
 * @param grantedOn the day from which it runs
 * @param drawDownNumber of the receipt; null where it is not told
 * @param balanceFen principal still owed on the day of the claim; null where it is not told
 */
public record ClaimedLoan(
    String contractNumber,
    LocalDate grantedOn,
    LocalDate dueOn,
    long amountFen,
    int rateBp,
    int termMonths,
    SecurityMode security,
    boolean firstLoan,
    @Nullable String drawDownNumber,
    @Nullable Long balanceFen) {
  private static final int LONGEST_NUMBER = 64;

  /** The first field that cannot be; empty where the loan is sound. */
  public Optional<String> fault(LocalDate today) {
    if (isNoNumber(contractNumber)) {
      return Optional.of("contractNumber");
    }
    if (grantedOn.isAfter(today)) {
      return Optional.of("grantedOn");
    }
    if (!dueOn.isAfter(grantedOn)) {
      return Optional.of("dueOn");
    }
    if (amountFen < 1 || amountFen > AmountRange.MAX_FEN) {
      return Optional.of("amountFen");
    }
    if (!Rate.isPossible(rateBp)) {
      return Optional.of("rateBp");
    }
    if (termMonths < 1 || termMonths > Terms.MAX_MONTHS) {
      return Optional.of("termMonths");
    }
    if (drawDownNumber != null && isNoNumber(drawDownNumber)) {
      return Optional.of("drawDownNumber");
    }
    boolean owed = balanceFen == null || (balanceFen >= 0 && balanceFen <= amountFen);
    return owed ? Optional.empty() : Optional.of("balanceFen");
  }

  private static boolean isNoNumber(String number) {
    return number.isBlank() || number.length() > LONGEST_NUMBER;
  }
}
