package org.xinyidai.engine.supervision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationState;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.financing.application.DrawDown;
import org.xinyidai.models.financing.application.Grant;
import org.xinyidai.models.financing.application.Passage;
import org.xinyidai.models.financing.application.Repayment;
import org.xinyidai.models.financing.application.StepKind;

/**
 * An application as it stood at the end of a day in China (某日申请状态): steps taken later did not
 * happen yet, money that flowed later did not flow.
 */
final class ApplicationOnDay {
  private final Application application;
  private final LocalDate day;
  private final List<Passage> history;

  private ApplicationOnDay(Application application, LocalDate day, List<Passage> history) {
    this.application = application;
    this.day = day;
    this.history = history;
  }

  /** Empty where it was filed later. */
  static Optional<ApplicationOnDay> of(Application application, LocalDate day) {
    Instant end = endOf(day);
    if (!application.filing().at().isBefore(end)) {
      return Optional.empty();
    }
    List<Passage> until =
        application.history().stream().filter(step -> step.at().isBefore(end)).toList();
    return Optional.of(new ApplicationOnDay(application, day, until));
  }

  /** The first instant that is not of the day any more. */
  static Instant endOf(LocalDate day) {
    return ChinaTime.startOf(day.plusDays(1));
  }

  Application application() {
    return application;
  }

  ApplicationState state() {
    return history.isEmpty() ? ApplicationState.SUBMITTED : history.get(history.size() - 1).to();
  }

  Optional<Grant> grant() {
    return Optional.ofNullable(application.grant()).filter(grant -> took(StepKind.GRANT));
  }

  long drawnFen() {
    return application.loan().drawDowns().stream()
        .filter(one -> !one.drawnOn().isAfter(day))
        .mapToLong(DrawDown::amountFen)
        .sum();
  }

  long repaidFen() {
    return application.loan().repayments().stream()
        .filter(one -> !one.paidOn().isAfter(day))
        .mapToLong(Repayment::amountFen)
        .sum();
  }

  boolean settled() {
    return took(StepKind.SETTLE) || took(StepKind.REFINANCE);
  }

  /** Why the lender said no; empty where it did not. */
  Optional<DenialReason> denial() {
    boolean denied = took(StepKind.DECLINE) || took(StepKind.REFUSE);
    return Optional.ofNullable(application.denial()).filter(reason -> denied);
  }

  /** Which stages it brings its enterprise to. */
  Set<FunnelStage> stages() {
    Set<FunnelStage> stages = EnumSet.of(FunnelStage.APPLIED);
    if (application.filing().findings().offered()) {
      stages.add(FunnelStage.MATCHED);
    }
    if (grant().isPresent()) {
      stages.add(FunnelStage.GRANTED);
    }
    if (drawnFen() > 0) {
      stages.add(FunnelStage.DRAWN);
      if (settled()) {
        stages.add(FunnelStage.REPAID);
      }
    }
    return stages;
  }

  /** Tells each state that it has left, and how long it stood there. */
  void forEachStay(BiConsumer<ApplicationState, Duration> reader) {
    ApplicationState state = ApplicationState.SUBMITTED;
    Instant since = application.filing().at();
    for (Passage step : history) {
      if (step.to() != state) {
        reader.accept(state, Duration.between(since, step.at()));
        state = step.to();
        since = step.at();
      }
    }
  }

  private boolean took(StepKind kind) {
    return history.stream().anyMatch(step -> step.step() == kind);
  }
}
