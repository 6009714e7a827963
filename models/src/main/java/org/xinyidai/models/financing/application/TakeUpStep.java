package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The enterprise takes up a grant (选用授信).
 *
 * @param keepOthers whether its applications to other lenders for the same demand go on
 */
public record TakeUpStep(boolean keepOthers, String note) implements Step {
  @Override
  public StepKind kind() {
    return StepKind.TAKE_UP;
  }

  @Override
  public Map<String, String> details() {
    return Map.of("keepOthers", Boolean.toString(keepOthers));
  }

  @Override
  public Optional<Fault> fault(Application application, LocalDate today) {
    return Fault.first(Fault.ofOptionalNote(note), SigningStep.valid(application, today));
  }
}
