package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.models.product.AmountRange;

/** Principal is paid back (还款). */
public record RepaymentStep(Repayment repayment, String note) implements Step {
  @Override
  public StepKind kind() {
    return StepKind.REPAY;
  }

  @Override
  public Map<String, String> details() {
    return Map.of(
        "repayment.number", repayment.number(),
        "repayment.amountFen", Long.toString(repayment.amountFen()),
        "repayment.paidOn", repayment.paidOn().toString());
  }

  @Override
  public Optional<Fault> fault(Application application, LocalDate today) {
    Loan loan = application.loan();
    LocalDate paid = repayment.paidOn();
    boolean possible =
        !paid.isAfter(today)
            && loan.drawDowns().stream().anyMatch(one -> !paid.isBefore(one.drawnOn()));
    boolean fresh =
        loan.repayments().stream().noneMatch(one -> one.number().equals(repayment.number()));
    long amount = repayment.amountFen();
    return Fault.first(
        Fault.ofOptionalNote(note),
        Fault.ofNumber(repayment.number(), "repayment.number"),
        Fault.ofRange(amount, 1, AmountRange.MAX_FEN, "repayment.amountFen"),
        Fault.unless(possible, Obstacle.DAY_IMPOSSIBLE, "repayment.paidOn"),
        Fault.unless(fresh, Obstacle.NUMBER_USED, "repayment.number"),
        Fault.unless(amount <= loan.balanceFen(), Obstacle.ABOVE_BALANCE, "repayment.amountFen"));
  }

  @Override
  public void change(Draft draft) {
    draft.loan = draft.loan.with(repayment);
    draft.state = draft.loan.overdue() == null ? ApplicationState.LENT : ApplicationState.OVERDUE;
  }
}
