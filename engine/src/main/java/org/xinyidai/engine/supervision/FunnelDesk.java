package org.xinyidai.engine.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.milestone.Milestones;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.Register;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.subject.Region;
import org.xinyidai.models.subject.Uscc;

/**
 * Reads the funnel out of the store (漏斗统计台), each time anew: one pass over milestones, demands and
 * applications. Blocks: call it on a worker.
 */
public final class FunnelDesk {
  private final Platform platform;
  private final Loans loans;
  private final Register register;

  public FunnelDesk(Platform platform, Loans loans) {
    this.platform = platform;
    this.loans = loans;
    this.register = new Register(platform.store());
  }

  /** The funnel at the end of a day. */
  public MarketFunnel of(LocalDate asOf, MarketFunnel.Scope scope) {
    Map<Uscc, Set<FunnelStage>> early = scope.isOfLender() ? new HashMap<>() : early(asOf);
    Pass pass = new Pass(asOf, scope, early);
    loans.applications().forEachWhole(pass::take);
    pass.finish();
    FunnelTitles titles = new FunnelTitles(platform.shelf().newest());
    return pass.count.funnel(titles::of);
  }

  /** What is known of enterprises without their applications. */
  private Map<Uscc, Set<FunnelStage>> early(LocalDate asOf) {
    Map<Uscc, Set<FunnelStage>> early = new HashMap<>();
    Store store = platform.store();
    for (int shard = 0; shard < store.shards().count(); shard++) {
      Milestones.of(store, shard).forEach((uscc, days) -> reach(early, uscc, days, asOf));
    }
    platform
        .market()
        .watch()
        .forEachOffered(
            demand -> {
              if (!demand.postedOn().isAfter(asOf)) {
                reach(early, demand.uscc(), FunnelStage.MATCHED);
              }
            });
    return early;
  }

  private static void reach(
      Map<Uscc, Set<FunnelStage>> early, Uscc uscc, Milestones.Days days, LocalDate asOf) {
    LocalDate registered = days.registered();
    if (registered != null && !registered.isAfter(asOf)) {
      reach(early, uscc, FunnelStage.REGISTERED);
    }
    days.verified().stream()
        .filter(turn -> !turn.on().isAfter(asOf))
        .reduce((earlier, later) -> later)
        .filter(Milestones.Turn::verified)
        .ifPresent(turn -> reach(early, uscc, FunnelStage.VERIFIED));
  }

  private static void reach(Map<Uscc, Set<FunnelStage>> early, Uscc uscc, FunnelStage stage) {
    early.computeIfAbsent(uscc, code -> EnumSet.noneOf(FunnelStage.class)).add(stage);
  }

  /** One reading of all applications; those of an enterprise come one after the other. */
  private final class Pass {
    private final LocalDate asOf;
    private final MarketFunnel.Scope scope;
    private final Map<Uscc, Set<FunnelStage>> early;
    private final FunnelCount count;
    private final List<ApplicationOnDay> ofOne = new ArrayList<>();
    private @Nullable Uscc current;

    Pass(LocalDate asOf, MarketFunnel.Scope scope, Map<Uscc, Set<FunnelStage>> early) {
      this.asOf = asOf;
      this.scope = scope;
      this.early = early;
      this.count = new FunnelCount(asOf, scope);
    }

    void take(Application application) {
      Uscc uscc = application.filing().uscc();
      if (!uscc.equals(current)) {
        handOver();
        current = uscc;
      }
      boolean wanted =
          !scope.isOfLender() || application.filing().target().lender().equals(scope.lender());
      if (wanted) {
        ApplicationOnDay.of(application, asOf).ifPresent(ofOne::add);
      }
    }

    void finish() {
      handOver();
      early.forEach((uscc, stages) -> add(uscc, stages, List.of()));
    }

    private void handOver() {
      Uscc uscc = current;
      if (uscc != null && !ofOne.isEmpty()) {
        Set<FunnelStage> known = early.remove(uscc);
        add(uscc, known == null ? Set.of() : known, List.copyOf(ofOne));
      }
      ofOne.clear();
    }

    private void add(Uscc uscc, Set<FunnelStage> known, List<ApplicationOnDay> applications) {
      Place place = Place.of(register, uscc);
      Region district = scope.district();
      if (district == null || place.isWithin(district)) {
        count.add(place, known, applications);
      }
    }
  }
}
