package org.xinyidai.engine.filing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.supervision.FunnelDesk;
import org.xinyidai.engine.supervision.FunnelStage;
import org.xinyidai.engine.supervision.MarketFunnel;
import org.xinyidai.engine.supervision.OverdueDesk;
import org.xinyidai.engine.supervision.OverdueTask;
import org.xinyidai.engine.supervision.StateStay;
import org.xinyidai.models.financing.application.ApplicationState;

/**
 * A few figures of the market for a monitor (业务指标快照): taken now and then, told at once, for a
 * scrape must not read the whole store. NaN until the first were taken.
 */
public final class MarketPulse {
  private final FunnelDesk funnel;
  private final OverdueDesk overdue;
  private final FilingCalendar calendar;
  private volatile Taken taken = new Taken(Map.of(), Map.of(), Map.of(), Map.of());

  private record Taken(
      Map<FunnelStage, Long> enterprises,
      Map<ApplicationState, Long> applications,
      Map<OverdueTask.Kind, Long> overdue,
      Map<CalendarEntry.State, Long> reports) {}

  MarketPulse(FunnelDesk funnel, OverdueDesk overdue, FilingCalendar calendar) {
    this.funnel = funnel;
    this.overdue = overdue;
    this.calendar = calendar;
  }

  /** Takes all figures anew. */
  public void take(LocalDate today) {
    MarketFunnel now = funnel.of(today, MarketFunnel.Scope.ALL);
    Map<FunnelStage, Long> enterprises = new EnumMap<>(FunnelStage.class);
    Arrays.stream(FunnelStage.values())
        .forEach(stage -> enterprises.put(stage, now.total().reached(stage).orElse(0L)));
    Map<ApplicationState, Long> applications = new EnumMap<>(ApplicationState.class);
    Arrays.stream(ApplicationState.values()).forEach(state -> applications.put(state, 0L));
    for (StateStay stay : now.stays()) {
      applications.put(stay.state(), stay.there());
    }
    Map<OverdueTask.Kind, Long> late = new EnumMap<>(OverdueTask.Kind.class);
    Arrays.stream(OverdueTask.Kind.values()).forEach(kind -> late.put(kind, 0L));
    overdue
        .of(today, MarketFunnel.Scope.ALL)
        .forEach(task -> late.merge(task.kind(), task.count(), Long::sum));
    Map<CalendarEntry.State, Long> reports = new EnumMap<>(CalendarEntry.State.class);
    Arrays.stream(CalendarEntry.State.values()).forEach(state -> reports.put(state, 0L));
    List<CalendarEntry> entries = calendar.entries(today);
    entries.forEach(entry -> reports.merge(entry.state(), 1L, Long::sum));
    taken = new Taken(enterprises, applications, late, reports);
  }

  /** Enterprises that reached a stage. */
  public double enterprises(FunnelStage stage) {
    return of(taken.enterprises().get(stage));
  }

  /** Applications that stand in a state. */
  public double applications(ApplicationState state) {
    return of(taken.applications().get(state));
  }

  /** What is past its time. */
  public double overdue(OverdueTask.Kind kind) {
    return of(taken.overdue().get(kind));
  }

  /** Reports of the office that stand so. */
  public double reports(CalendarEntry.State state) {
    return of(taken.reports().get(state));
  }

  private static double of(@Nullable Long known) {
    return known == null ? Double.NaN : known;
  }
}
