package org.xinyidai.engine.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.xinyidai.models.financing.application.ApplicationState;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.financing.application.Grant;
import org.xinyidai.models.product.Text;

/** Counts the funnel, one enterprise with all its applications after the other. */
final class FunnelCount {
  /** Added before the seconds are cut off, so that minutes are rounded. */
  private static final int HALF_A_MINUTE = 30;

  private final LocalDate asOf;
  private final MarketFunnel.Scope scope;
  private final LineCount total = new LineCount();
  private final Map<FunnelDimension, TreeMap<String, LineCount>> groups =
      new EnumMap<>(FunnelDimension.class);
  private final Map<ApplicationState, List<Long>> minutes = new EnumMap<>(ApplicationState.class);
  private final Map<ApplicationState, Long> there = new EnumMap<>(ApplicationState.class);
  private final Map<DenialReason, RefusalCount> refusals = new EnumMap<>(DenialReason.class);

  FunnelCount(LocalDate asOf, MarketFunnel.Scope scope) {
    this.asOf = asOf;
    this.scope = scope;
  }

  /**
   * Counts an enterprise.
   *
   * @param early stages that others than its applications tell
   */
  void add(Place place, Set<FunnelStage> early, List<ApplicationOnDay> applications) {
    Set<FunnelStage> stages = EnumSet.noneOf(FunnelStage.class);
    stages.addAll(early);
    applications.forEach(one -> stages.addAll(one.stages()));
    total.add(stages);
    for (FunnelDimension dimension : FunnelDimension.values()) {
      if (dimension.isOfEnterprise()) {
        LineCount line = line(dimension, place.key(dimension));
        line.add(stages);
        applications.forEach(one -> line.add(LendingSum.of(one)));
      } else {
        addByLoan(dimension, applications);
      }
    }
    for (ApplicationOnDay one : applications) {
      total.add(LendingSum.of(one));
      look(one);
    }
  }

  private void addByLoan(FunnelDimension dimension, List<ApplicationOnDay> applications) {
    Map<String, Set<FunnelStage>> stages = new HashMap<>();
    for (ApplicationOnDay one : applications) {
      String key = key(dimension, one);
      line(dimension, key).add(LendingSum.of(one));
      stages.computeIfAbsent(key, k -> EnumSet.noneOf(FunnelStage.class)).addAll(one.stages());
    }
    stages.forEach((key, reached) -> line(dimension, key).add(reached));
  }

  private static String key(FunnelDimension dimension, ApplicationOnDay one) {
    return switch (dimension) {
      case LENDER -> one.application().filing().target().lender();
      case PRODUCT -> one.application().filing().target().product().value();
      case FIRST_LOAN -> one.grant().map(g -> g.firstLoan() ? "yes" : "no").orElse(Place.UNKNOWN);
      case SECURITY -> one.grant().map(Grant::security).map(s -> s.code()).orElse(Place.UNKNOWN);
      case DISTRICT, INDUSTRY, SIZE ->
          throw new IllegalArgumentException(dimension + " is of the enterprise");
    };
  }

  private LineCount line(FunnelDimension dimension, String key) {
    return groups
        .computeIfAbsent(dimension, d -> new TreeMap<>())
        .computeIfAbsent(key, k -> new LineCount());
  }

  private void look(ApplicationOnDay one) {
    one.forEachStay(
        (state, stay) ->
            minutes
                .computeIfAbsent(state, s -> new ArrayList<>())
                .add(stay.plusSeconds(HALF_A_MINUTE).toMinutes()));
    there.merge(one.state(), 1L, Long::sum);
    boolean declined = one.state() == ApplicationState.DECLINED;
    one.denial()
        .ifPresent(
            reason ->
                refusals.merge(
                    reason,
                    new RefusalCount(reason, declined ? 1 : 0, declined ? 0 : 1),
                    (a, b) ->
                        new RefusalCount(
                            reason, a.declined() + b.declined(), a.refused() + b.refused())));
  }

  /** What was counted, with a title for each group. */
  MarketFunnel funnel(BiFunction<FunnelDimension, String, Text> titles) {
    Map<FunnelDimension, List<FunnelLine>> lines = new EnumMap<>(FunnelDimension.class);
    groups.forEach(
        (dimension, counts) -> {
          boolean ofApplications = scope.isOfLender() || !dimension.isOfEnterprise();
          List<FunnelLine> all = new ArrayList<>();
          counts.forEach(
              (key, count) ->
                  all.add(count.line(key, titles.apply(dimension, key), ofApplications)));
          lines.put(dimension, all);
        });
    return new MarketFunnel(
        asOf,
        scope,
        total.line("total", new Text("合计", "total"), scope.isOfLender()),
        lines,
        stays(),
        refusals.values().stream()
            .sorted(Comparator.comparingLong(RefusalCount::all).reversed())
            .toList());
  }

  private List<StateStay> stays() {
    List<StateStay> stays = new ArrayList<>();
    for (ApplicationState state : ApplicationState.values()) {
      List<Long> known = minutes.getOrDefault(state, List.of());
      long now = there.getOrDefault(state, 0L);
      if (!known.isEmpty() || now > 0) {
        stays.add(StateStay.of(state, known.stream().mapToLong(Long::longValue).toArray(), now));
      }
    }
    return stays;
  }
}
