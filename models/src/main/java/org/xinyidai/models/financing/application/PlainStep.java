package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A step that says no more than its note (简单步骤). */
public record PlainStep(StepKind kind, String note) implements Step {
  private static final Set<StepKind> KINDS =
      EnumSet.of(
          StepKind.ACCEPT,
          StepKind.INVESTIGATE,
          StepKind.ASK_DOCUMENTS,
          StepKind.SUPPLY_DOCUMENTS,
          StepKind.DECLINE_GUARANTEE,
          StepKind.SETTLE,
          StepKind.WITHDRAW,
          StepKind.PASS_OVER,
          StepKind.URGE,
          StepKind.EXPIRE);

  /** Without words these mean nothing to the party that is told. */
  private static final Set<StepKind> WITH_NOTE =
      EnumSet.of(StepKind.ASK_DOCUMENTS, StepKind.DECLINE_GUARANTEE, StepKind.URGE);

  public PlainStep {
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException(kind + " says more than a note");
    }
  }

  /** Whether a step of this kind says no more than its note. */
  public static boolean isPlain(StepKind kind) {
    return KINDS.contains(kind);
  }

  @Override
  public Optional<Fault> fault(Application application, LocalDate today) {
    return Fault.first(
        WITH_NOTE.contains(kind) ? Fault.ofNote(note) : Fault.ofOptionalNote(note),
        ofKind(application, today));
  }

  private Optional<Fault> ofKind(Application application, LocalDate today) {
    boolean owed = application.clock().paused();
    return switch (kind) {
      case ASK_DOCUMENTS -> Fault.unless(!owed, Obstacle.DOCUMENTS_OWED, "step");
      case SUPPLY_DOCUMENTS -> Fault.unless(owed, Obstacle.NO_DOCUMENTS_OWED, "step");
      case DECLINE_GUARANTEE -> GuaranteeStep.unanswered(application);
      case SETTLE ->
          Fault.unless(application.loan().balanceFen() == 0, Obstacle.BALANCE_LEFT, "step");
      case EXPIRE -> Fault.unless(Expiry.isDue(application, today), Obstacle.NOT_YET, "step");
      default -> Optional.empty();
    };
  }

  @Override
  public void change(Draft draft) {
    switch (kind) {
      case ASK_DOCUMENTS -> draft.clock = draft.clock.pause(draft.today);
      case SUPPLY_DOCUMENTS -> draft.clock = draft.clock.resume(draft.today);
      case DECLINE_GUARANTEE -> GuaranteeStep.answer(draft, Guarantee.Answer.DECLINED, 0);
      default -> {}
    }
  }
}
