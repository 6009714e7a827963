package org.xinyidai.models.financing.application;

import java.util.Optional;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.product.Text;

/** When a loan may be renewed (续贷), and when without repaying it first (无还本续贷). */
public final class Renewal {
  private Renewal() {}

  /** Why a loan cannot be renewed so; empty where it can. */
  public static Optional<Text> obstacle(
      Application old, String lender, LoanRequest request, boolean withoutRepayment) {
    if (!old.filing().target().lender().equals(lender)) {
      return Optional.of(new Text("续贷须向原贷款机构申请", "a loan is renewed by the lender that gave it"));
    }
    boolean lent = old.state() == ApplicationState.LENT;
    if (!lent && (withoutRepayment || old.state() != ApplicationState.SETTLED)) {
      return Optional.of(
          new Text(
              "只有还款中且无逾期的贷款可无还本续贷，已结清的可续贷",
              "a loan that is lent and not overdue is renewed without repayment, a settled one is renewed"));
    }
    return withoutRepayment && request.amountFen() < old.loan().balanceFen()
        ? Optional.of(Obstacle.NOT_COVERED.words())
        : Optional.empty();
  }
}
