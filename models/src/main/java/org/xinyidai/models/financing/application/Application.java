package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.financing.application.ApplicationState.Phase;

/**
 * An application for a loan (融资申请). Immutable; {@link Workflow} gives the application after a step.
 *
 * @param guarantee null while no guarantee company was invited
 * @param grant null before the grant
 * @param contract null before it is signed
 * @param denial null unless the lender said no
 * @param history every step, the filing itself not among them
 */
public record Application(
    ApplicationId id,
    Filing filing,
    ApplicationState state,
    HandlingClock clock,
    @Nullable Guarantee guarantee,
    @Nullable Grant grant,
    @Nullable Contract contract,
    Loan loan,
    @Nullable DenialReason denial,
    List<Passage> history) {
  /** A loan of 30 years with a repayment every month and all that may happen beside. */
  public static final int MOST_STEPS = 1_000;

  public Application {
    history = List.copyOf(history);
  }

  /** A new application; its clock starts on the day of filing. */
  public static Application filed(ApplicationId id, Filing filing, LocalDate on) {
    return new Application(
        id,
        filing,
        ApplicationState.SUBMITTED,
        HandlingClock.startedOn(on),
        null,
        null,
        null,
        Loan.NONE,
        null,
        List.of());
  }

  /** Whether nothing more happens to it. */
  public boolean ended() {
    return state.phase() == Phase.ENDED;
  }

  /** Whether it takes up one of the places of its demand. */
  public boolean inProgress() {
    return state.phase() == Phase.HANDLING || state.phase() == Phase.CHOOSING;
  }

  /** As which party an organisation other than an office acts here; empty for strangers. */
  public Optional<Party> partyOf(String organisation) {
    if (organisation.equals(filing.uscc().value())) {
      return Optional.of(Party.ENTERPRISE);
    }
    if (organisation.equals(filing.target().lender())) {
      return Optional.of(Party.LENDER);
    }
    Guarantee invited = guarantee;
    return invited != null && organisation.equals(invited.organisation())
        ? Optional.of(Party.GUARANTOR)
        : Optional.empty();
  }
}
