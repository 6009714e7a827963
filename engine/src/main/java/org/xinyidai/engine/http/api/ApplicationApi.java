package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.audit.AccessLog;
import org.xinyidai.engine.claim.ClaimDesk;
import org.xinyidai.engine.http.api.ApplicationDesk.Asking;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Reach;
import org.xinyidai.engine.lending.ApplicationMark;
import org.xinyidai.engine.lending.Applications;
import org.xinyidai.engine.lending.Order;
import org.xinyidai.engine.store.Act;
import org.xinyidai.engine.store.Command;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.ApplicationState;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.financing.application.FairHandling;
import org.xinyidai.models.financing.application.Origin;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.claim.LoanClaim;
import org.xinyidai.models.subject.Region;

/** Applications for loans: filed, listed, shown and counted (融资申请). Requirement B4. */
final class ApplicationApi {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  private final Backend backend;
  private final ApplicationDesk desk;
  private final ApplicationFile files;
  private final AccessLog reads;
  private final ClaimDesk claims;
  private final int maxBytes;
  private final Workers workers;

  /** What an enterprise files: the products it wants, and what goes with them. */
  record Posted(
      @Nullable List<String> products,
      @Nullable ApplicationConsent consent,
      @Nullable String renewalOf,
      @Nullable Boolean withoutRepayment) {}

  /** The applications that were made. */
  record Filed(List<ApplicationView> applications) {}

  /** A page, the newest first. */
  record Page(List<ApplicationLine> applications, @Nullable String next) {}

  ApplicationApi(Backend backend, int maxBytes, SecureRandom random, Workers workers) {
    this.backend = backend;
    this.desk = new ApplicationDesk(backend, random);
    this.files = new ApplicationFile(backend, desk.consents());
    this.reads = new AccessLog(backend.platform().store());
    this.claims = ClaimDesk.of(backend.platform(), backend.loans(), backend.accounts());
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(
            Operation.POST_APPLICATION,
            "/demands/{id}/applications",
            Intake.json(maxBytes),
            this::post),
        Endpoint.get(Operation.LIST_APPLICATIONS, "/applications", this::list)
            .withQuery("state", "overdue", "demand", "lender", "district", "after", "limit"),
        Endpoint.get(Operation.GET_APPLICATION_SUMMARY, "/applications/summary", this::summary)
            .withQuery("lender", "district"),
        Endpoint.get(Operation.GET_APPLICATION, "/applications/{id}", this::application),
        Endpoint.get(
            Operation.GET_APPLICATION_HISTORY, "/applications/{id}/history", this::history),
        Endpoint.get(Operation.LIST_DENIAL_REASONS, "/denial-reasons", this::reasons));
  }

  private Future<Answer> post(Call call) {
    Posted posted = call.json(Posted.class);
    String demandId = call.path("id");
    Access access = call.access();
    List<String> products = posted.products() == null ? List.of() : posted.products();
    if (products.isEmpty()
        || products.size() > FairHandling.MOST_AT_ONCE
        || products.stream().anyMatch(Objects::isNull)) {
      throw Refusal.invalid(
          "products",
          "请选择1至" + FairHandling.MOST_AT_ONCE + "个产品",
          "choose 1 to " + FairHandling.MOST_AT_ONCE + " products");
    }
    Asking asking = new Asking(access, ApplicationConsent.terms(posted.consent()));
    Origin origin = origin(posted);
    return workers.run(
        () -> {
          Demand demand = OwnDemands.find(backend.platform().demands(), demandId, access);
          backend.requireRealName(demand.uscc());
          requireOpen(demand);
          Order order = desk.order(demand, products, origin, asking, "products");
          Command<Answer> change = changes -> filed(backend.loans().desk().file(changes, order));
          Command<Answer> once = OncePerKey.of(call, Operation.POST_APPLICATION, change);
          return ApplicationDesk.refusing(() -> backend.platform().store().execute(once));
        });
  }

  private void requireOpen(Demand demand) {
    if (demand.status(backend.usualDay()) != Demand.Status.OPEN) {
      throw Refusal.invalid(
          "demand", "该需求已撤销或到期，请发布新的需求后申请", "this demand is closed or has expired; post a new one");
    }
  }

  private Answer filed(List<Application> made) {
    Application first = made.get(0);
    String place =
        made.size() == 1
            ? "/applications/" + first.id()
            : "/applications?demand=" + first.filing().demand();
    return Answer.created(
        place,
        new Filed(
            made.stream()
                .map(one -> ApplicationView.of(one, Party.ENTERPRISE, backend.loans()))
                .toList()));
  }

  private static Origin origin(Posted posted) {
    boolean without = Boolean.TRUE.equals(posted.withoutRepayment());
    String of = posted.renewalOf();
    if (of == null && !without) {
      return Origin.NEW;
    }
    if (of == null || !ApplicationId.isWellFormed(of)) {
      throw Refusal.invalid(
          "renewalOf", "请填写原贷款的申请编号", "give the number of the application to be renewed");
    }
    return Origin.renewal(new ApplicationId(of), without);
  }

  private Future<Answer> list(Call call) {
    Access access = call.access();
    Predicate<ApplicationMark> filter = filter(call, backend.loans().today());
    String after = call.query("after").orElse("");
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          Applications applications = backend.loans().applications();
          String organisation = access.account().organisation();
          Applications.Page page =
              access.reach() == Reach.ALL || access.reach() == Reach.DISTRICT
                  ? applications.all(filter, after, limit)
                  : applications.of(organisation, filter, after, limit);
          return Answer.json(
              new Page(
                  page.applications().stream()
                      .filter(one -> ApplicationDesk.party(one, access).isPresent())
                      .map(one -> ApplicationLine.of(one, backend.loans()))
                      .toList(),
                  page.next()));
        });
  }

  private static Predicate<ApplicationMark> filter(Call call, LocalDate today) {
    Optional<ApplicationState> state = call.oneOf("state", ApplicationState.values());
    Optional<Boolean> overdue = call.query("overdue").map(text -> flag("overdue", text));
    Optional<String> demand = call.query("demand");
    Predicate<ApplicationMark> place = place(call);
    return mark ->
        state.map(mark.state()::equals).orElse(true)
            && overdue.map(wanted -> wanted == mark.overdue(today)).orElse(true)
            && demand.map(mark.demand()::equals).orElse(true)
            && place.test(mark);
  }

  private static Predicate<ApplicationMark> place(Call call) {
    Optional<String> lender = call.query("lender");
    Optional<String> district = call.query("district");
    Access access = call.access();
    return mark ->
        isWithin(access, mark)
            && lender.map(mark.lender()::equals).orElse(true)
            && district.map(mark.district()::startsWith).orElse(true);
  }

  /** The office of a district looks at its own. */
  private static boolean isWithin(Access access, ApplicationMark mark) {
    return access.reach() != Reach.DISTRICT
        || (Region.isWellFormed(mark.district())
            && new Region(mark.district())
                .isWithin(new Region(access.account().seat().division())));
  }

  private static boolean flag(String name, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw Refusal.of(ProblemType.INVALID_PARAMETER, "须为 true 或 false", "true or false").at(name);
    }
    return text.equals("true");
  }

  private Future<Answer> summary(Call call) {
    Predicate<ApplicationMark> place = place(call);
    Optional<String> lender = call.query("lender");
    Optional<String> district = call.query("district");
    Predicate<LoanClaim> claimed =
        claim ->
            lender.map(claim.lender()::equals).orElse(true)
                && district.map(claim.district()::startsWith).orElse(true);
    return workers.run(
        () ->
            Answer.json(
                ApplicationSummary.of(
                    backend.loans().funnel(place),
                    claims.figures(claimed),
                    backend.loans().names())));
  }

  private Future<Answer> application(Call call) {
    String id = call.path("id");
    Access access = call.access();
    return workers.run(
        () -> {
          Application application = desk.find(id, access);
          Party party = ApplicationDesk.party(application, access).orElseThrow();
          ApplicationView.File file = files.of(application, party, access);
          if (party != Party.ENTERPRISE && file.readable()) {
            Act act = Act.current().orElseThrow();
            reads.note(application.filing().uscc(), act, "融资申请 " + id);
          }
          return Answer.json(ApplicationView.of(application, party, backend.loans()).with(file));
        });
  }

  private Future<Answer> history(Call call) {
    String id = call.path("id");
    Access access = call.access();
    return workers.run(
        () -> Answer.json(ApplicationHistory.of(desk.find(id, access), backend.loans())));
  }

  private Future<Answer> reasons(Call call) {
    return workers.run(
        () ->
            Answer.json(
                new ReasonList(
                    Arrays.stream(DenialReason.values())
                        .map(ApplicationView.Denial::of)
                        .toList())));
  }

  /** Every reason that a lender can give. */
  record ReasonList(List<ApplicationView.Denial> reasons) {}
}
