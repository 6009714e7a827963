package org.xinyidai.engine.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.models.financing.claim.ClaimState;
import org.xinyidai.models.financing.claim.LoanClaim;
import org.xinyidai.models.product.SecurityMode;

/**
 * Loans that were claimed and confirmed, counted beside those of applications (认领贷款统计).
 *
 * @param loans of all lenders
 * @param amountFen what they granted together
 */
public record ClaimFigures(long loans, long amountFen, List<Line> lenders) {
  public ClaimFigures {
    lenders = List.copyOf(lenders);
  }

  /** Those of one lender. */
  public record Line(String lender, long loans, long amountFen, long unsecured, long firstLoans) {
    private Line plus(LoanClaim claim) {
      return new Line(
          lender,
          loans + 1,
          amountFen + claim.loan().amountFen(),
          unsecured + (claim.loan().security() == SecurityMode.CREDIT ? 1 : 0),
          firstLoans + (claim.loan().firstLoan() ? 1 : 0));
    }
  }

  static ClaimFigures of(CaseBook<HeldClaim> book, Predicate<LoanClaim> filter) {
    Map<String, Line> lines = new TreeMap<>();
    book.forEach(
        held -> {
          LoanClaim claim = held.claim();
          if (claim.state() == ClaimState.CONFIRMED && filter.test(claim)) {
            Line before = lines.getOrDefault(claim.lender(), new Line(claim.lender(), 0, 0, 0, 0));
            lines.put(claim.lender(), before.plus(claim));
          }
        });
    return new ClaimFigures(
        lines.values().stream().mapToLong(Line::loans).sum(),
        lines.values().stream().mapToLong(Line::amountFen).sum(),
        new ArrayList<>(lines.values()));
  }
}
