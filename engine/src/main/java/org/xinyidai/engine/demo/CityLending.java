package org.xinyidai.engine.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinyidai.engine.learning.Label;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.monitoring.LenderDecision;
import org.xinyidai.engine.monitoring.MonitoringText;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.simulation.SimulatedCity;

/**
 * What lenders of the simulated city did and what came of it (模拟城市融资结果), and how the champion
 * stands by that.
 */
final class CityLending {
  private final Platform platform;
  private final Show show;

  CityLending(Platform platform, Show show) {
    this.platform = platform;
    this.show = show;
  }

  /** Keeps outcomes and decisions, and makes the report of every model that serves. */
  void run(SimulatedCity city, LocalDate asOf) {
    List<Label> outcomes =
        city.outcomes()
            .map(outcome -> new Label(outcome.uscc(), outcome.observedOn(), outcome.bad()))
            .toList();
    List<LenderDecision> decisions = new ArrayList<>();
    LocalDate first = city.observationDays().get(0);
    for (LocalDate day = first; !day.isAfter(asOf); day = day.plusMonths(1)) {
      if (!YearMonth.from(day).minusMonths(1).isAfter(city.lastMonth())) {
        city.verdicts(day)
            .map(v -> new LenderDecision(v.uscc(), v.lender(), v.decidedOn(), v.approved()))
            .forEach(decisions::add);
      }
    }
    platform.monitor().results().keepOutcomes(outcomes, "simulated");
    platform.monitor().results().keepDecisions(decisions);
    show.say(
        "lending 融资结果 (simulated): %,d outcomes, %,d decisions"
            .formatted(outcomes.size(), decisions.size()));
    // Everyone now and on the day of the base, then each outcome and decision.
    long work = 2L * platform.vectors().enterprises().size() + outcomes.size() + decisions.size();
    platform.models().champion().ifPresent(champion -> report(champion, asOf, work));
  }

  private void report(ServingModel champion, LocalDate asOf, long work) {
    show.during("monitoring", work, done -> platform.monitor().take(champion, asOf, false, done));
    platform
        .monitor()
        .find(champion.id(), Optional.of(asOf))
        .ifPresent(report -> MonitoringText.summary(report).forEach(show::say));
  }
}
