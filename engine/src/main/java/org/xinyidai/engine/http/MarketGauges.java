package org.xinyidai.engine.http;

import java.util.Locale;
import org.xinyidai.engine.filing.CalendarEntry;
import org.xinyidai.engine.filing.MarketPulse;
import org.xinyidai.engine.http.call.Telemetry;
import org.xinyidai.engine.supervision.FunnelStage;
import org.xinyidai.engine.supervision.OverdueTask;
import org.xinyidai.models.financing.application.ApplicationState;

/** Figures of the market for a monitor (业务指标): how many came how far, and what is past its time. */
final class MarketGauges {
  private MarketGauges() {}

  static void show(Telemetry telemetry, MarketPulse pulse) {
    for (FunnelStage stage : FunnelStage.values()) {
      telemetry.gauge(
          "xinyidai.market.enterprises",
          "Enterprises that reached a stage",
          "stage",
          stage.code(),
          () -> pulse.enterprises(stage));
    }
    for (ApplicationState state : ApplicationState.values()) {
      telemetry.gauge(
          "xinyidai.market.applications",
          "Applications that stand in a state",
          "state",
          state.name().toLowerCase(Locale.ROOT),
          () -> pulse.applications(state));
    }
    for (OverdueTask.Kind kind : OverdueTask.Kind.values()) {
      telemetry.gauge(
          "xinyidai.market.overdue",
          "Tasks of lenders and sources past their time",
          "kind",
          kind.code(),
          () -> pulse.overdue(kind));
    }
    for (CalendarEntry.State state : CalendarEntry.State.values()) {
      telemetry.gauge(
          "xinyidai.office.reports",
          "Reports of the office by how they stand",
          "state",
          state.code(),
          () -> pulse.reports(state));
    }
  }
}
