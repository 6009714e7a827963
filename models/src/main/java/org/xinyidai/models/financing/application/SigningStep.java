package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The contract is signed (签订合同). */
public record SigningStep(Contract contract, String note) implements Step {
  @Override
  public StepKind kind() {
    return StepKind.SIGN;
  }

  @Override
  public Map<String, String> details() {
    return Map.of(
        "contract.number", contract.number(), "contract.signedOn", contract.signedOn().toString());
  }

  @Override
  public Optional<Fault> fault(Application application, LocalDate today) {
    LocalDate signed = contract.signedOn();
    // A lender may tell of its grant after the contract was signed, yet both follow the filing.
    LocalDate filed = application.clock().startedOn();
    boolean possible = !signed.isAfter(today) && !signed.isBefore(filed);
    return Fault.first(
        Fault.ofOptionalNote(note),
        Fault.ofNumber(contract.number(), "contract.number"),
        Fault.unless(possible, Obstacle.DAY_IMPOSSIBLE, "contract.signedOn"),
        valid(application, signed));
  }

  @Override
  public void change(Draft draft) {
    draft.contract = contract;
  }

  /** Whether the grant may still be taken up on a day. */
  static Optional<Fault> valid(Application application, LocalDate day) {
    Grant grant = application.grant();
    boolean valid = grant != null && !grant.validUntil().isBefore(day);
    return Fault.unless(valid, Obstacle.GRANT_LAPSED, "step");
  }
}
