package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A lender says no and why (不予受理、审批不通过). The code {@code R99} must be explained. */
public record DenialStep(StepKind kind, DenialReason reason, String note) implements Step {
  public DenialStep {
    if (kind != StepKind.DECLINE && kind != StepKind.REFUSE) {
      throw new IllegalArgumentException(kind + " is no denial");
    }
  }

  @Override
  public Map<String, String> details() {
    return Map.of("reason", reason.code());
  }

  @Override
  public Optional<Fault> fault(Application application, LocalDate today) {
    return reason == DenialReason.OTHER ? Fault.ofNote(note) : Fault.ofOptionalNote(note);
  }

  @Override
  public void change(Draft draft) {
    draft.denial = reason;
  }
}
