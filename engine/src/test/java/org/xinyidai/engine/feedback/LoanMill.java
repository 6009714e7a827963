package org.xinyidai.engine.feedback;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Organisation;
import org.xinyidai.engine.identity.Organisations;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.lending.Order;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.financing.application.Actor;
import org.xinyidai.models.financing.application.Applicant;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.Findings;
import org.xinyidai.models.financing.application.Origin;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.application.StepKind;
import org.xinyidai.models.financing.application.Target;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.subject.Uscc;

/**
 * Takes many applications their ways, by the steps of lenders and enterprises, as fast as the store
 * allows. The same number always goes the same way, so a mill that was killed goes on where it
 * stopped.
 */
final class LoanMill {
  /** Applications whose steps share their writes: below what the store lets wait. */
  private static final int TOGETHER = 256;

  private static final int FIRMS = 997;

  /** One enterprise in so many is not in the register, so that its results do not conform. */
  private static final int UNNAMED_EVERY = 50;

  private static final String LENDER = "模拟银行";
  private static final long AMOUNT_FEN = 10_000_000L;

  private final Platform platform;
  private final Loans loans;
  private final long seed;

  LoanMill(Platform platform, long seed) {
    this.platform = platform;
    this.loans = Loans.of(platform, new Accounts(platform.store(), new SecureRandom()));
    this.seed = seed;
    Organisations organisations = new Organisations(platform.store(), new SecureRandom());
    if (organisations.all().isEmpty()) {
      Organisation bank = organisations.prepare(Organisation.Kind.BANK, LENDER, null, null);
      platform
          .store()
          .execute(changes -> organisations.put(changes, bank.coded("91330100799655058B")));
    }
  }

  /** Takes applications to the end of their ways; durable when it returns. */
  void run(int from, int to) {
    for (int first = from; first < to; first += TOGETHER) {
      List<CompletableFuture<Application>> round = new ArrayList<>();
      for (int i = first; i < Math.min(to, first + TOGETHER); i++) {
        int number = i;
        Optional<Application> held = loans.applications().find(id(number));
        round.add(
            held.map(CompletableFuture::completedFuture)
                .orElseGet(() -> platform.store().submit(c -> file(c, number))));
      }
      List<Application> all = joined(round);
      while (!all.isEmpty()) {
        all = joined(all.stream().filter(this::hasNext).map(this::next).toList());
      }
    }
  }

  private static List<Application> joined(List<CompletableFuture<Application>> round) {
    return round.stream().map(CompletableFuture::join).toList();
  }

  /** How many results an application comes to. */
  int results(int number) {
    return (int) way(number).stream().filter(LoanMill::isTold).count();
  }

  private static boolean isTold(StepKind step) {
    return step != StepKind.ACCEPT && step != StepKind.INVESTIGATE && step != StepKind.TAKE_UP;
  }

  private boolean hasNext(Application held) {
    return held.history().size() < way(number(held)).size();
  }

  private CompletableFuture<Application> next(Application held) {
    StepKind kind = way(number(held)).get(held.history().size());
    Actor actor =
        kind.isBy(Party.LENDER)
            ? new Actor(Party.LENDER, LENDER)
            : new Actor(Party.ENTERPRISE, held.filing().uscc().value());
    return platform
        .store()
        .submit(
            changes -> {
              LocalDate today = ChinaTime.dayOf(changes.instant());
              return loans
                  .desk()
                  .take(changes, held.id(), MillSteps.step(kind, today, AMOUNT_FEN), actor)
                  .orElseThrow();
            });
  }

  private Application file(Changes changes, int number) {
    Uscc firm = firm(number);
    LoanRequest request = new LoanRequest(AMOUNT_FEN, 12, Purpose.WORKING_CAPITAL, 500);
    LocalDate today = ChinaTime.dayOf(changes.instant());
    Demand demand = new Demand(new DemandId("d-" + number), firm, request, today, Map.of());
    Target target = new Target(LENDER, new ProductId("loan"), 1, new Text("经营贷", "loan"));
    Findings findings = new Findings(null, true, List.of(), List.of());
    Order.Item item = new Order.Item(id(number), target, findings, "c-%024x".formatted(number));
    String name = number % UNNAMED_EVERY == 0 ? null : "模拟企业" + number % FIRMS;
    Order order =
        new Order(demand, "350102", Origin.NEW, new Applicant(name, false), List.of(item), null);
    return loans.desk().file(changes, order).get(0);
  }

  private List<StepKind> way(int number) {
    int chance = new SplittableRandom(seed * 1_000_003 + number).nextInt(10);
    return MillSteps.WAYS.get(chance);
  }

  private static ApplicationId id(int number) {
    return ApplicationId.of(firm(number), "%016x".formatted(number));
  }

  private static int number(Application held) {
    String id = held.id().value();
    return Integer.parseInt(id.substring(id.length() - 8), 16);
  }

  private static Uscc firm(int number) {
    return Uscc.fromStem("91350102MA%06d".formatted(number % FIRMS));
  }
}
