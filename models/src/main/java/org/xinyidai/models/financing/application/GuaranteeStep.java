package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.models.financing.application.Guarantee.Answer;

/**
 * The guarantee company agrees (同意担保).
 *
 * @param feeBp yearly, in basis points of what is guaranteed
 */
public record GuaranteeStep(int feeBp, String note) implements Step {
  @Override
  public StepKind kind() {
    return StepKind.GUARANTEE;
  }

  @Override
  public Map<String, String> details() {
    return Map.of("feeBp", Integer.toString(feeBp));
  }

  @Override
  public Optional<Fault> fault(Application application, LocalDate today) {
    return Fault.first(
        Fault.ofOptionalNote(note),
        Fault.ofRange(feeBp, 0, Guarantee.MAX_FEE_BP, "feeBp"),
        unanswered(application));
  }

  @Override
  public void change(Draft draft) {
    answer(draft, Answer.AGREED, feeBp);
  }

  static Optional<Fault> unanswered(Application application) {
    Guarantee held = application.guarantee();
    boolean invited = held != null && held.answer() == Answer.INVITED;
    return Fault.unless(invited, Obstacle.GUARANTEE_ANSWERED, "step");
  }

  static void answer(Draft draft, Answer answer, int feeBp) {
    Guarantee invited = draft.guarantee;
    if (invited != null) {
      draft.guarantee = new Guarantee(invited.organisation(), answer, feeBp);
    }
  }
}
