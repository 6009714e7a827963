package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A step that somebody wants to take (办理步骤内容): its kind, what it says, and what that changes. */
public sealed interface Step
    permits PlainStep,
        DenialStep,
        InvitationStep,
        GuaranteeStep,
        GrantStep,
        TakeUpStep,
        SigningStep,
        DrawDownStep,
        RepaymentStep,
        OverdueStep,
        RefinanceStep,
        ReassignmentStep,
        ReminderStep {
  StepKind kind();

  /** In the words of who takes it; may be empty. */
  String note();

  /** What was said beside the note, by field, for the history. */
  default Map<String, String> details() {
    return Map.of();
  }

  /** What is wrong with what it says, given an application in a state that allows it. */
  Optional<Fault> fault(Application application, LocalDate today);

  /** Changes what it changes beside state and clock. */
  default void change(Draft draft) {}
}
