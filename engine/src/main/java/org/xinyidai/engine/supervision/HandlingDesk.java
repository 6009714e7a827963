package org.xinyidai.engine.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.Term;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationState.Phase;
import org.xinyidai.models.financing.application.StepKind;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.subject.Region;

/**
 * Counts how lenders handle applications (机构办理统计), each time anew in one pass over all of them.
 * Blocks: call it on a worker.
 */
public final class HandlingDesk {
  private final Platform platform;
  private final Loans loans;

  public HandlingDesk(Platform platform, Loans loans) {
    this.platform = platform;
    this.loans = loans;
  }

  /** Every lender with an application within the scope, in the order of their codes. */
  public List<LenderHandling> of(LocalDate today, MarketFunnel.Scope scope) {
    TreeMap<String, Count> counts = new TreeMap<>();
    loans
        .applications()
        .forEachWhole(
            one -> {
              if (isIn(scope, one)) {
                String lender = one.filing().target().lender();
                counts.computeIfAbsent(lender, code -> new Count()).add(one, today);
              }
            });
    FunnelTitles titles = new FunnelTitles(platform.shelf().newest());
    List<LenderHandling> all = new ArrayList<>();
    counts.forEach(
        (lender, count) -> all.add(count.of(lender, titles.of(FunnelDimension.LENDER, lender))));
    return all;
  }

  private static boolean isIn(MarketFunnel.Scope scope, Application one) {
    String district = one.filing().district();
    Region wanted = scope.district();
    boolean here =
        wanted == null || (Region.isWellFormed(district) && new Region(district).isWithin(wanted));
    return here
        && (scope.lender().isEmpty() || scope.lender().equals(one.filing().target().lender()));
  }

  /** The figures of one lender while they are counted. */
  private final class Count {
    private long applications;
    private long inTime;
    private long granted;
    private long waiting;
    private long overdue;
    private final List<Integer> days = new ArrayList<>();

    void add(Application one, LocalDate today) {
      applications++;
      if (one.state().phase() == Phase.HANDLING) {
        waiting++;
        boolean late =
            !one.clock().paused()
                && one.clock().dueOn(today, loans.calendar()) instanceof Deadline.On on
                && today.isAfter(on.day());
        overdue += late ? 1 : 0;
      } else if (took(one, StepKind.GRANT, StepKind.DECLINE, StepKind.REFUSE)) {
        int used = one.clock().usedDays(today, loans.calendar());
        days.add(used);
        inTime += used <= Term.APPLICATION.count() ? 1 : 0;
        granted += took(one, StepKind.GRANT) ? 1 : 0;
      }
    }

    LenderHandling of(String lender, Text name) {
      days.sort(null);
      OptionalInt median =
          days.isEmpty() ? OptionalInt.empty() : OptionalInt.of(days.get((days.size() - 1) / 2));
      return new LenderHandling(
          lender, name, applications, days.size(), inTime, granted, waiting, overdue, median);
    }
  }

  private static boolean took(Application one, StepKind... kinds) {
    return one.history().stream().anyMatch(step -> List.of(kinds).contains(step.step()));
  }
}
