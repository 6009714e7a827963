package org.xinyidai.engine.feedback;

import java.time.LocalDate;
import java.util.List;
import org.xinyidai.models.financing.application.Contract;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.financing.application.DenialStep;
import org.xinyidai.models.financing.application.DrawDown;
import org.xinyidai.models.financing.application.DrawDownStep;
import org.xinyidai.models.financing.application.Grant;
import org.xinyidai.models.financing.application.GrantStep;
import org.xinyidai.models.financing.application.PlainStep;
import org.xinyidai.models.financing.application.Repayment;
import org.xinyidai.models.financing.application.RepaymentStep;
import org.xinyidai.models.financing.application.SigningStep;
import org.xinyidai.models.financing.application.Step;
import org.xinyidai.models.financing.application.StepKind;
import org.xinyidai.models.financing.application.TakeUpStep;
import org.xinyidai.models.product.SecurityMode;

/** The ways of applications in a mill, and their steps. */
final class MillSteps {
  private static final List<StepKind> WHOLE =
      List.of(
          StepKind.ACCEPT,
          StepKind.INVESTIGATE,
          StepKind.GRANT,
          StepKind.TAKE_UP,
          StepKind.SIGN,
          StepKind.DRAW_DOWN,
          StepKind.REPAY,
          StepKind.SETTLE);
  private static final List<StepKind> REFUSED =
      List.of(StepKind.ACCEPT, StepKind.INVESTIGATE, StepKind.REFUSE);
  private static final List<StepKind> WITHDRAWN = List.of(StepKind.ACCEPT, StepKind.WITHDRAW);

  /** Of ten applications, the way of each. */
  static final List<List<StepKind>> WAYS =
      List.of(
          WHOLE,
          WHOLE,
          WHOLE,
          WHOLE,
          WHOLE,
          WHOLE,
          WHOLE.subList(0, 6),
          REFUSED,
          WITHDRAWN,
          List.of(StepKind.DECLINE));

  private MillSteps() {}

  static Step step(StepKind kind, LocalDate today, long amountFen) {
    return switch (kind) {
      case DECLINE, REFUSE -> new DenialStep(kind, DenialReason.DEBT_HIGH, "");
      case GRANT ->
          new GrantStep(
              new Grant("G-1", amountFen, 385, 12, SecurityMode.CREDIT, true, today.plusDays(30)),
              "");
      case TAKE_UP -> new TakeUpStep(false, "");
      case SIGN -> new SigningStep(new Contract("C-1", today), "");
      case DRAW_DOWN ->
          new DrawDownStep(new DrawDown("D-1", amountFen, today, today.plusYears(1)), "");
      case REPAY -> new RepaymentStep(new Repayment("R-1", amountFen, today), "");
      default -> new PlainStep(kind, "");
    };
  }
}
