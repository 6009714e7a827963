package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The application goes to another lender (转办), where it begins anew with a clock of its own.
 *
 * @param to the application there
 * @param lender organisation that has it from then on; another than before
 */
public record ReassignmentStep(ApplicationId to, String lender, String note) implements Step {
  @Override
  public StepKind kind() {
    return StepKind.REASSIGN;
  }

  @Override
  public Map<String, String> details() {
    return Map.of("to", to.value(), "lender", lender);
  }

  @Override
  public Optional<Fault> fault(Application application, LocalDate today) {
    boolean other = !lender.equals(application.filing().target().lender());
    return Fault.first(Fault.ofNote(note), Fault.unless(other, Obstacle.SAME_LENDER, "product"));
  }
}
