package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.Terms;

/** Money is paid out (放款); several times, together no more than the grant. */
public record DrawDownStep(DrawDown drawDown, String note) implements Step {
  @Override
  public StepKind kind() {
    return StepKind.DRAW_DOWN;
  }

  @Override
  public Map<String, String> details() {
    return Map.of(
        "drawDown.number", drawDown.number(),
        "drawDown.amountFen", Long.toString(drawDown.amountFen()),
        "drawDown.drawnOn", drawDown.drawnOn().toString(),
        "drawDown.dueOn", drawDown.dueOn().toString());
  }

  @Override
  public Optional<Fault> fault(Application application, LocalDate today) {
    LocalDate drawn = drawDown.drawnOn();
    Contract contract = application.contract();
    boolean possible =
        !drawn.isAfter(today) && contract != null && !drawn.isBefore(contract.signedOn());
    boolean fresh =
        application.loan().drawDowns().stream()
            .noneMatch(one -> one.number().equals(drawDown.number()));
    return Fault.first(
        Fault.ofOptionalNote(note),
        Fault.ofNumber(drawDown.number(), "drawDown.number"),
        Fault.ofRange(drawDown.amountFen(), 1, AmountRange.MAX_FEN, "drawDown.amountFen"),
        Fault.unless(possible, Obstacle.DAY_IMPOSSIBLE, "drawDown.drawnOn"),
        Fault.unless(isDueInTime(), Obstacle.DAY_IMPOSSIBLE, "drawDown.dueOn"),
        Fault.unless(fresh, Obstacle.NUMBER_USED, "drawDown.number"),
        Fault.unless(fits(application), Obstacle.ABOVE_GRANT, "drawDown.amountFen"));
  }

  /** No loan runs longer than the longest term of a product. */
  private boolean isDueInTime() {
    LocalDate last = drawDown.drawnOn().plusMonths(Terms.MAX_MONTHS);
    return drawDown.dueOn().isAfter(drawDown.drawnOn()) && !drawDown.dueOn().isAfter(last);
  }

  private boolean fits(Application application) {
    Grant grant = application.grant();
    return grant != null
        && application.loan().drawnFen() + drawDown.amountFen() <= grant.amountFen();
  }

  @Override
  public void change(Draft draft) {
    draft.loan = draft.loan.with(drawDown);
  }
}
