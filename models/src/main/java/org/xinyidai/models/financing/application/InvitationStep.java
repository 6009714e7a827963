package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.models.financing.application.Guarantee.Answer;

/** A guarantee company is asked to join (邀请担保). */
public record InvitationStep(String guarantor, String note) implements Step {
  @Override
  public StepKind kind() {
    return StepKind.INVITE_GUARANTOR;
  }

  @Override
  public Map<String, String> details() {
    return Map.of("guarantor", guarantor);
  }

  @Override
  public Optional<Fault> fault(Application application, LocalDate today) {
    Guarantee held = application.guarantee();
    boolean free = held == null || held.answer() == Answer.DECLINED;
    boolean other = !guarantor.equals(application.filing().target().lender());
    return Fault.first(
        Fault.ofOptionalNote(note),
        Fault.unless(free, Obstacle.GUARANTOR_KNOWN, "guarantor"),
        Fault.unless(other, Obstacle.GUARANTOR_IS_LENDER, "guarantor"));
  }

  @Override
  public void change(Draft draft) {
    draft.guarantee = new Guarantee(guarantor, Answer.INVITED, 0);
  }
}
