package org.xinyidai.engine.lending;

import java.time.LocalDate;
import org.xinyidai.engine.market.Quotas;
import org.xinyidai.engine.market.Quotas.Reservation;
import org.xinyidai.engine.monitoring.LenderDecision;
import org.xinyidai.engine.monitoring.LendingResults;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationState;
import org.xinyidai.models.financing.application.ApplicationState.Phase;
import org.xinyidai.models.financing.application.Grant;
import org.xinyidai.models.financing.application.Target;
import org.xinyidai.models.product.Text;

/**
 * What a decision changes beside the application, in the same write (决定的后续影响): the quota of the
 * product, and the record of decisions by which models and chances are watched.
 */
final class Consequences {
  private final LendingResults results;
  private final Quotas quotas;

  Consequences(LendingResults results, Quotas quotas) {
    this.results = results;
    this.quotas = quotas;
  }

  /**
   * Follows an application into a new state.
   *
   * @throws ApplicationRefused when the product has not so much left to grant
   */
  void follow(Changes changes, Application after, LocalDate today) {
    Target target = after.filing().target();
    Grant grant = after.grant();
    if (after.state() == ApplicationState.GRANTED && grant != null) {
      reserve(changes, after, grant.amountFen());
    }
    if (after.state().phase() == Phase.ENDED && after.state() != ApplicationState.SETTLED) {
      quotas.release(changes, target.product(), after.id().value());
    }
    boolean granted = after.state() == ApplicationState.GRANTED;
    boolean told = granted || after.state() == ApplicationState.REFUSED;
    if (told && target.lender().length() <= LenderDecision.LONGEST_NAME) {
      results.keep(
          changes,
          new LenderDecision(
              after.filing().uscc(),
              target.lender(),
              today,
              granted,
              target.product().value(),
              LoanDesk.day(after.filing().at())));
    }
  }

  private void reserve(Changes changes, Application granted, long amountFen) {
    Target target = granted.filing().target();
    Reservation made = quotas.reserve(changes, target.product(), granted.id().value(), amountFen);
    if (made == Reservation.REFUSED) {
      throw new ApplicationRefused(
          "amountFen",
          new Text(
              "该产品剩余额度不足，请调整额度后再授信", "the product has not so much left; raise its quota first"));
    }
  }
}
