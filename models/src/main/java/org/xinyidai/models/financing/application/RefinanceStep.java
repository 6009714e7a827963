package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A renewal repays the loan that it follows (无还本续贷): a consequence of the renewal's first
 * draw-down.
 *
 * @param by the renewal
 * @param amountFen that it drew; must cover the balance
 */
public record RefinanceStep(ApplicationId by, long amountFen, LocalDate on) implements Step {
  @Override
  public StepKind kind() {
    return StepKind.REFINANCE;
  }

  @Override
  public String note() {
    return "";
  }

  @Override
  public Map<String, String> details() {
    return Map.of("by", by.value());
  }

  @Override
  public Optional<Fault> fault(Application application, LocalDate today) {
    boolean covered = amountFen >= application.loan().balanceFen();
    return Fault.unless(covered, Obstacle.NOT_COVERED, "drawDown.amountFen");
  }

  @Override
  public void change(Draft draft) {
    long balance = draft.loan.balanceFen();
    if (balance > 0) {
      draft.loan = draft.loan.with(new Repayment(by.value(), balance, on));
    }
  }
}
