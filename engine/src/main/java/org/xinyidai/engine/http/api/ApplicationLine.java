package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.Target;

/**
 * An application in a list (申请列表项).
 *
 * @param applicant name of the enterprise on the day of filing; null where the register had none
 */
record ApplicationLine(
    String id,
    String demandId,
    String uscc,
    @Nullable String applicant,
    String district,
    String lender,
    TextView lenderName,
    String productId,
    TextView productName,
    long amountFen,
    String state,
    String stateZh,
    Instant filedAt,
    @Nullable LocalDate dueOn,
    boolean overdue) {
  static ApplicationLine of(Application application, Loans loans) {
    Target target = application.filing().target();
    ApplicationView.Clock clock = ApplicationView.Clock.of(application, loans);
    return new ApplicationLine(
        application.id().value(),
        application.filing().demand().value(),
        application.filing().uscc().value(),
        application.filing().applicant().name(),
        application.filing().district(),
        target.lender(),
        TextView.of(loans.names().of(target)),
        target.product().value(),
        TextView.of(target.name()),
        application.filing().request().amountFen(),
        application.state().name(),
        application.state().titleZh(),
        application.filing().at(),
        clock.dueOn(),
        clock.overdue());
  }
}
