package org.xinyidai.engine.lending;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feedback.FinancingResult;
import org.xinyidai.connectors.feedback.ResultKind;
import org.xinyidai.connectors.feedback.WithdrawalReason;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.financing.application.DrawDown;
import org.xinyidai.models.financing.application.Grant;
import org.xinyidai.models.financing.application.Loan;
import org.xinyidai.models.financing.application.Overdue;
import org.xinyidai.models.financing.application.Passage;
import org.xinyidai.models.financing.application.StepKind;

/** Parts of a result out of an application after a step (办理步骤与回传内容的对应). */
final class ToldStep {
  private static final Map<StepKind, ResultKind> TOLD = told();
  private static final Map<StepKind, WithdrawalReason> WITHDRAWALS = withdrawals();

  private ToldStep() {}

  private static Map<StepKind, ResultKind> told() {
    Map<StepKind, ResultKind> told = new EnumMap<>(StepKind.class);
    told.put(StepKind.GRANT, ResultKind.GRANTED);
    told.put(StepKind.DECLINE, ResultKind.REFUSED);
    told.put(StepKind.REFUSE, ResultKind.REFUSED);
    withdrawals().keySet().forEach(step -> told.put(step, ResultKind.WITHDRAWN));
    told.put(StepKind.SIGN, ResultKind.SIGNED);
    told.put(StepKind.DRAW_DOWN, ResultKind.DRAWN);
    told.put(StepKind.REPAY, ResultKind.REPAID);
    told.put(StepKind.REPORT_OVERDUE, ResultKind.OVERDUE);
    told.put(StepKind.REFINANCE, ResultKind.RENEWED);
    told.put(StepKind.SETTLE, ResultKind.SETTLED);
    return told;
  }

  private static Map<StepKind, WithdrawalReason> withdrawals() {
    Map<StepKind, WithdrawalReason> reasons = new EnumMap<>(StepKind.class);
    reasons.put(StepKind.WITHDRAW, WithdrawalReason.BY_ENTERPRISE);
    reasons.put(StepKind.PASS_OVER, WithdrawalReason.OTHER_LENDER);
    reasons.put(StepKind.EXPIRE, WithdrawalReason.EXPIRED);
    reasons.put(StepKind.REASSIGN, WithdrawalReason.REASSIGNED);
    return reasons;
  }

  /** What the nation is told of such a step; empty where it is nobody's business outside. */
  static Optional<ResultKind> kind(StepKind step) {
    return Optional.ofNullable(TOLD.get(step));
  }

  /** From the day of the grant for as long as its term. */
  static FinancingResult.@Nullable Grant grant(Application after, boolean firstLoan) {
    Grant grant = after.grant();
    if (grant == null) {
      return null;
    }
    LocalDate start =
        after.history().stream()
            .filter(passage -> passage.step() == StepKind.GRANT)
            .map(Passage::at)
            .map(ChinaTime::dayOf)
            .reduce((earlier, later) -> later)
            .orElseThrow();
    return new FinancingResult.Grant(
        grant.number(),
        grant.amountFen(),
        start,
        start.plusMonths(grant.termMonths()),
        grant.security(),
        grant.unsecured(),
        firstLoan,
        grant.rateBp());
  }

  static FinancingResult.@Nullable DrawDown drawDown(Application after, StepKind step) {
    if (step != StepKind.DRAW_DOWN) {
      return null;
    }
    DrawDown last = after.loan().drawDowns().get(after.loan().drawDowns().size() - 1);
    return new FinancingResult.DrawDown(
        last.number(), last.amountFen(), last.drawnOn(), last.dueOn());
  }

  /** How the loan stands after it; null where no money is spoken of. */
  static FinancingResult.@Nullable Standing standing(
      Application after, ResultKind kind, LocalDate today) {
    if (!kind.parts().contains(ResultKind.Part.STANDING)) {
      return null;
    }
    Loan loan = after.loan();
    Overdue late = loan.overdue();
    return new FinancingResult.Standing(
        loan.balanceFen(),
        null,
        late == null ? 0 : late.days(),
        late == null ? 0 : late.amountFen(),
        kind.ends() ? today : null);
  }

  /** Code of a refusal or a withdrawal; null for other steps. */
  static @Nullable String reason(Application after, StepKind step) {
    WithdrawalReason withdrawal = WITHDRAWALS.get(step);
    if (withdrawal != null) {
      return withdrawal.code();
    }
    DenialReason denial = after.denial();
    boolean refused = step == StepKind.DECLINE || step == StepKind.REFUSE;
    return refused ? (denial == null ? DenialReason.OTHER : denial).code() : null;
  }
}
