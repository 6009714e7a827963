package org.xinyidai.engine.lending;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.outbox.OutboxEntry;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.Contract;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.financing.application.DrawDown;
import org.xinyidai.models.financing.application.Grant;
import org.xinyidai.models.financing.application.Loan;
import org.xinyidai.models.financing.application.Overdue;
import org.xinyidai.models.financing.application.Passage;
import org.xinyidai.models.financing.application.Repayment;
import org.xinyidai.models.financing.application.StepKind;

/**
 * What the nation is told of a step (融资结果回传, B12), version 1: who, of whom, for what, and how the
 * loan stands after it. What is null has not come to be.
 *
 * @param step what happened
 * @param drawDown the one that this step tells of; so with repayment
 * @param balanceFen principal owed after the step
 * @param reason code of a denial
 */
record LoanResult(
    String applicationId,
    String demandId,
    String uscc,
    String lender,
    String productId,
    int productVersion,
    String step,
    String state,
    @Nullable Grant grant,
    @Nullable Boolean unsecured,
    @Nullable Contract contract,
    @Nullable DrawDown drawDown,
    @Nullable Repayment repayment,
    @Nullable Overdue overdue,
    long balanceFen,
    @Nullable LocalDate settledOn,
    @Nullable String reason) {
  static final int VERSION = 1;

  private static final Set<StepKind> TOLD =
      EnumSet.of(
          StepKind.GRANT,
          StepKind.DECLINE,
          StepKind.REFUSE,
          StepKind.WITHDRAW,
          StepKind.SIGN,
          StepKind.DRAW_DOWN,
          StepKind.REPAY,
          StepKind.REPORT_OVERDUE,
          StepKind.REFINANCE,
          StepKind.SETTLE);

  /** The event of the last step; empty where it is nobody's business outside. */
  static Optional<OutboxEntry> event(Application application, LocalDate today) {
    int number = application.history().size();
    Passage last = application.history().get(number - 1);
    if (!TOLD.contains(last.step())) {
      return Optional.empty();
    }
    JsonNode payload =
        StoredJson.read(StoredJson.write(of(application, last, today)), JsonNode.class);
    String topic = "loan." + last.step().name().toLowerCase(Locale.ROOT);
    return Optional.of(
        new OutboxEntry(application.id() + "." + number, topic, VERSION, last.at(), payload));
  }

  private static LoanResult of(Application application, Passage last, LocalDate today) {
    Loan loan = application.loan();
    StepKind step = last.step();
    Grant grant = application.grant();
    DenialReason denial = application.denial();
    boolean repays = step == StepKind.REPAY || step == StepKind.REFINANCE;
    boolean settles = step == StepKind.SETTLE || step == StepKind.REFINANCE;
    return new LoanResult(
        application.id().value(),
        application.filing().demand().value(),
        application.filing().uscc().value(),
        application.filing().target().lender(),
        application.filing().target().product().value(),
        application.filing().target().version(),
        step.code(),
        application.state().name(),
        grant,
        grant == null ? null : grant.unsecured(),
        application.contract(),
        step == StepKind.DRAW_DOWN ? last(loan.drawDowns()) : null,
        repays ? last(loan.repayments()) : null,
        loan.overdue(),
        loan.balanceFen(),
        settles ? today : null,
        denial == null ? null : denial.code());
  }

  private static <T> @Nullable T last(List<T> list) {
    return list.isEmpty() ? null : list.get(list.size() - 1);
  }
}
