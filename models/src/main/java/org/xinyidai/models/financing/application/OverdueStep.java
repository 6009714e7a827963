package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.models.product.AmountRange;

/** The lender reports what is late (报告逾期). */
public record OverdueStep(Overdue overdue, String note) implements Step {
  @Override
  public StepKind kind() {
    return StepKind.REPORT_OVERDUE;
  }

  @Override
  public Map<String, String> details() {
    return Map.of(
        "overdue.days", Integer.toString(overdue.days()),
        "overdue.amountFen", Long.toString(overdue.amountFen()));
  }

  @Override
  public Optional<Fault> fault(Application application, LocalDate today) {
    long amount = overdue.amountFen();
    boolean owed = amount <= application.loan().balanceFen();
    return Fault.first(
        Fault.ofOptionalNote(note),
        Fault.ofRange(overdue.days(), 1, Overdue.MAX_DAYS, "overdue.days"),
        Fault.ofRange(amount, 1, AmountRange.MAX_FEN, "overdue.amountFen"),
        Fault.unless(owed, Obstacle.ABOVE_BALANCE, "overdue.amountFen"));
  }

  @Override
  public void change(Draft draft) {
    draft.loan = draft.loan.with(overdue);
  }
}
