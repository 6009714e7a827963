package org.xinyidai.engine.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.consent.DataCategory;
import org.xinyidai.engine.lending.ConsentTerms;
import org.xinyidai.engine.lending.Funnel;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.lending.Order;
import org.xinyidai.engine.market.Matched;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.ApplicationState;
import org.xinyidai.models.financing.application.Findings;
import org.xinyidai.models.financing.application.Origin;
import org.xinyidai.models.financing.application.Target;
import org.xinyidai.models.match.Decision.Withheld;
import org.xinyidai.models.product.Lender;
import org.xinyidai.models.product.LoanProduct;

/**
 * The simulated city applies and simulated lenders answer (模拟融资申请): every demand goes to the best
 * offers of two lenders, or where it has none to one that will say no. A run that was interrupted
 * goes on where it stopped.
 */
final class CityLoans {
  private static final int LENDERS = 2;
  private static final ConsentTerms CONSENT =
      new ConsentTerms(List.of(DataCategory.IDENTITY, DataCategory.SCORE), 12);

  /** Demands whose steps share their writes: well below what the store lets wait. */
  private static final int TOGETHER = 64;

  private final Store store;
  private final Loans loans;
  private final Show show;
  private final Map<ApplicationId, SimulatedLender> waiting = new LinkedHashMap<>();
  private final Map<Lender, Integer> asked = new HashMap<>();
  private int demands;

  CityLoans(Store store, Loans loans, Show show) {
    this.store = store;
    this.loans = loans;
    this.show = show;
  }

  /** Files the applications of a demand; they are answered together with others. */
  void apply(Demand demand, Matched decided, LocalDate asOf) {
    List<LoanProduct> products = products(decided);
    List<ApplicationId> ids = products.stream().map(one -> id(demand, one)).toList();
    if (!ids.isEmpty() && loans.applications().find(ids.get(0)).isEmpty()) {
      Reader reader =
          new Reader("enterprise", demand.uscc().value(), Reader.Why.DEMAND, demand.id().value());
      List<Findings> findings = loans.clerk().findings(decided, products, reader);
      List<Order.Item> items = new ArrayList<>();
      for (int i = 0; i < ids.size(); i++) {
        String consent = "c-" + ids.get(i).value().substring(20) + "0".repeat(8);
        Target target = Target.of(products.get(i));
        items.add(new Order.Item(ids.get(i), target, findings.get(i), consent));
      }
      String district = loans.clerk().district(demand.uscc(), asOf);
      Order order =
          new Order(
              demand,
              district,
              Origin.NEW,
              loans.clerk().applicant(demand.uscc(), asOf),
              items,
              CONSENT);
      store.execute(changes -> loans.desk().file(changes, order));
    }
    products.forEach(one -> asked.merge(one.lender(), 1, Integer::sum));
    for (int i = 0; i < ids.size(); i++) {
      waiting.put(ids.get(i), SimulatedLender.of(demand, products.get(i), decided, i == 0));
    }
    if (++demands % TOGETHER == 0) {
      answer();
    }
  }

  /** The lender with the most applications, so that who tries its desk finds work there. */
  Optional<Lender> busiest() {
    return asked.entrySet().stream()
        .max(
            Map.Entry.<Lender, Integer>comparingByValue()
                .thenComparing(one -> one.getKey().organisation()))
        .map(Map.Entry::getKey);
  }

  /** Answers what still waits and says how many came how far. */
  void finish() {
    answer();
    Funnel funnel = loans.funnel(mark -> true);
    String states =
        Arrays.stream(ApplicationState.values())
            .filter(state -> funnel.in(state) > 0)
            .map(state -> "%s %d".formatted(state.titleZh(), funnel.in(state)))
            .collect(Collectors.joining("，"));
    show.say(
        "applications 融资申请 (simulated lenders 模拟机构答复): %d，%s".formatted(funnel.total(), states));
  }

  /** Round by round, each application one step on, until none has a step left. */
  private void answer() {
    int taken = 1;
    while (taken > 0) {
      List<CompletableFuture<Application>> round = new ArrayList<>();
      waiting.forEach(
          (id, lender) ->
              loans
                  .applications()
                  .find(id)
                  .filter(lender::hasNext)
                  .ifPresent(held -> round.add(step(held, lender))));
      CompletableFuture.allOf(round.toArray(CompletableFuture<?>[]::new)).join();
      taken = round.size();
    }
    waiting.clear();
  }

  /** Judged inside the change: another's choice may have ended it in the meantime. */
  private CompletableFuture<Application> step(Application held, SimulatedLender lender) {
    return store.submit(
        changes -> {
          LocalDate today = ChinaTime.dayOf(changes.instant());
          return lender
              .next(held, today)
              .flatMap(
                  next -> loans.desk().takeIfUnchanged(changes, held, next.step(), next.actor()))
              .orElse(held);
        });
  }

  /** Best offers of different lenders; where there is none, the product that asks least more. */
  private static List<LoanProduct> products(Matched decided) {
    Map<String, LoanProduct> byLender = new LinkedHashMap<>();
    decided.offers().stream()
        .map(ranked -> ranked.offer().product())
        .forEach(product -> byLender.putIfAbsent(product.lender().organisation(), product));
    Stream<LoanProduct> offered = byLender.values().stream().limit(LENDERS);
    Stream<LoanProduct> nearest =
        decided.withheld(Optional.empty(), Integer.MAX_VALUE).stream()
            .min(Comparator.comparingInt(withheld -> withheld.mismatches().size()))
            .map(Withheld::product)
            .stream();
    return (byLender.isEmpty() ? nearest : offered).toList();
  }

  /** The same in every run. */
  private static ApplicationId id(Demand demand, LoanProduct product) {
    return ApplicationId.of(
        demand.uscc(), "%016x".formatted(Objects.hash(demand.id().value(), product.id().value())));
  }
}
