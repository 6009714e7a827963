package org.xinyidai.models.financing.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xinyidai.models.financing.application.ApplicationState.Phase;
import org.xinyidai.models.product.Text;

/** Takes steps by the table of {@link StepKind} (办理流程), the only way from one state to another. */
public final class Workflow {
  private Workflow() {}

  /**
   * The moment of a step.
   *
   * @param today its day in China
   */
  public record Moment(Instant at, LocalDate today) {}

  /** The application after a step, or why it cannot be taken. */
  public static Outcome take(Application application, Step step, Actor actor, Moment moment) {
    Optional<Fault> fault =
        placed(application, step.kind(), actor.party())
            .or(() -> step.fault(application, moment.today()));
    if (fault.isPresent()) {
      return new Outcome.Refused(fault.get(), words(fault.get(), application, step.kind(), actor));
    }
    Draft draft = new Draft(application, moment.today());
    step.kind().to().ifPresent(to -> draft.state = to);
    step.change(draft);
    if (application.state().phase() == Phase.HANDLING && draft.state.phase() != Phase.HANDLING) {
      draft.clock = draft.clock.stop(moment.today());
    }
    return new Outcome.Taken(
        draft.with(
            new Passage(
                step.kind(),
                actor.party(),
                actor.organisation(),
                actor.unit(),
                moment.at(),
                draft.state,
                step.note(),
                step.details())));
  }

  /** The steps that a party may take from a state, in the order of the table. */
  public static List<StepKind> open(ApplicationState state, Party party) {
    return Arrays.stream(StepKind.values())
        .filter(kind -> kind.isBy(party) && kind.isFrom(state))
        .toList();
  }

  private static Optional<Fault> placed(Application application, StepKind kind, Party party) {
    return Fault.first(
        Fault.unless(kind.isBy(party), Obstacle.NOT_YOUR_STEP, "step"),
        Fault.unless(!application.ended(), Obstacle.ENDED, "step"),
        Fault.unless(kind.isFrom(application.state()), Obstacle.NOT_FROM_HERE, "step"),
        Fault.unless(
            application.history().size() < Application.MOST_STEPS,
            Obstacle.TOO_MANY_STEPS,
            "step"));
  }

  private static Text words(Fault fault, Application application, StepKind kind, Actor actor) {
    Text words = fault.obstacle().words();
    if (fault.obstacle() != Obstacle.NOT_FROM_HERE) {
      return words;
    }
    List<StepKind> open = open(application.state(), actor.party());
    String zh = open.stream().map(StepKind::titleZh).collect(Collectors.joining("、"));
    String en = open.stream().map(StepKind::code).collect(Collectors.joining(", "));
    return new Text(
        "申请处于“%s”，不能办理“%s”；您现在可以：%s"
            .formatted(application.state().titleZh(), kind.titleZh(), zh.isEmpty() ? "等待对方办理" : zh),
        "The application is %s: no %s from there; open to you: %s"
            .formatted(
                application.state().titleEn(),
                kind.titleEn(),
                en.isEmpty() ? "wait for the others" : en));
  }
}
