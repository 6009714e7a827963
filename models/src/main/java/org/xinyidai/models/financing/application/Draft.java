package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application while a step changes it. */
final class Draft {
  private final Application before;
  final LocalDate today;
  ApplicationState state;
  HandlingClock clock;
  @Nullable Guarantee guarantee;
  @Nullable Grant grant;
  @Nullable Contract contract;
  Loan loan;
  @Nullable DenialReason denial;

  Draft(Application before, LocalDate today) {
    this.before = before;
    this.today = today;
    state = before.state();
    clock = before.clock();
    guarantee = before.guarantee();
    grant = before.grant();
    contract = before.contract();
    loan = before.loan();
    denial = before.denial();
  }

  Application with(Passage passage) {
    List<Passage> history = new ArrayList<>(before.history());
    history.add(passage);
    return new Application(
        before.id(),
        before.filing(),
        state,
        clock,
        guarantee,
        grant,
        contract,
        loan,
        denial,
        history);
  }
}
