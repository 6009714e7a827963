package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.api.LeadAnswers.ExportView;
import org.xinyidai.engine.http.api.ScreeningBodies.OrderToPost;
import org.xinyidai.engine.http.api.ScreeningBodies.ScreeningToPost;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.lead.Export;
import org.xinyidai.engine.lead.LeadDesk;
import org.xinyidai.engine.lead.LeadDesk.Asker;
import org.xinyidai.engine.lead.LeadExports;
import org.xinyidai.engine.lead.LeadView;
import org.xinyidai.engine.lead.Order;
import org.xinyidai.engine.lead.Question;
import org.xinyidai.engine.lead.Quotas;
import org.xinyidai.engine.store.Act;
import org.xinyidai.engine.store.Command;
import org.xinyidai.models.screening.Screened;

/** Lenders pull leads (优企线索), in the form that they want and within their quota. */
final class LeadApi {
  private static final int USUAL_LEADS = 100;
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 200;
  private static final int LONGEST_PURPOSE = 200;

  private final Backend backend;
  private final LeadDesk desk;
  private final LeadExports exports;
  private final ScreeningBodies bodies;
  private final LeadAnswers answers;
  private final int maxBytes;
  private final Workers workers;

  /** As a screening, with what the leads are for. */
  record LeadsToPost(
      @Nullable String purpose,
      @Nullable List<Question.Wanted> conditions,
      @Nullable String product,
      @Nullable OrderToPost order,
      @Nullable Integer limit) {
    ScreeningToPost screening() {
      return new ScreeningToPost(conditions, product, null, order, limit);
    }
  }

  /** {@code next} is where the next page begins, null on the last. */
  record ExportList(List<ExportView> exports, @Nullable String next) {}

  LeadApi(Backend backend, int maxBytes, Workers workers) {
    this.backend = backend;
    this.desk = backend.leads();
    this.exports = desk.exports();
    this.bodies = new ScreeningBodies(backend);
    this.answers = new LeadAnswers(desk.grid());
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(Operation.POST_LEADS, "/leads", Intake.json(maxBytes), this::pull)
            .producing(LeadAnswers.FORMS),
        Endpoint.get(Operation.LIST_LEAD_EXPORTS, "/lead-exports", this::list)
            .withQuery("after", "limit"),
        Endpoint.get(Operation.GET_LEAD_EXPORT, "/lead-exports/{id}", this::export)
            .producing(LeadAnswers.FORMS),
        Endpoint.get(Operation.TRACE_LEAD, "/lead-traces/{mark}", this::trace));
  }

  private Future<Answer> pull(Call call) {
    LeadsToPost posted = call.json(LeadsToPost.class);
    String purpose = purpose(posted.purpose());
    Asker asker = ScreeningBodies.asker(call.access().account());
    Order order = bodies.order(posted.order());
    int most = ScreeningBodies.limit(posted.limit(), USUAL_LEADS, LeadExports.MOST);
    String wanted = call.wantedType();
    String body = call.body().toString();
    return workers.run(
        () -> {
          LeadDesk.Asked asked = bodies.asked(posted.screening(), asker);
          LeadView now = bodies.view();
          LeadExports.Pull pull =
              new LeadExports.Pull(exports.newId(), asker, asked, order, most, purpose, body);
          List<Screened> chosen = exports.choose(now, pull);
          Act act = Act.current().orElse(Act.PLATFORM);
          Command<Answer> change =
              changes -> {
                refuse(desk.quotas().of(changes, asker.organisation()), chosen);
                Export export = exports.put(changes, act, pull, now, chosen);
                return Answer.created(
                    "/lead-exports/" + export.id(), ExportView.of(export, List.of()));
              };
          // Kept for a repeat is which export it was; its file is written anew in any form.
          Answer kept =
              backend.platform().store().execute(OncePerKey.of(call, Operation.POST_LEADS, change));
          String location = kept.headers().getOrDefault("location", "");
          String id = location.substring(location.lastIndexOf('/') + 1);
          Export export = exports.find(asker.organisation(), id).orElseThrow();
          return told(kept.status(), export, act, wanted);
        });
  }

  private void refuse(Quotas.Standing standing, List<Screened> chosen) {
    if (chosen.isEmpty()) {
      throw Refusal.invalid(
          "conditions",
          "符合条件的企业过少，为保护企业不予列出；请放宽条件",
          "too few enterprises match to be listed without pointing at one; widen the conditions");
    }
    if (standing.leadsLeft() == 0) {
      throw spent(
          "今日线索额度 " + standing.quota().leadsPerDay() + " 条已用完，次日恢复，或请金融办调整额度",
          "today's quota of %d leads is spent; it is back tomorrow, or ask the office"
              .formatted(standing.quota().leadsPerDay()),
          backend.now());
    }
  }

  static Refusal spentFineCounts(Instant now) {
    return spent(
        "今日按产品条件计数和试运行的次数已用完，次日恢复；按档位条件筛选不受此限",
        "today's counts by products and dry runs are spent; they are back tomorrow, and screening"
            + " by bands goes on",
        now);
  }

  static Refusal spent(String zh, String en, Instant now) {
    Duration wait = Quotas.untilTomorrow(now);
    return Refusal.of(ProblemType.TOO_OFTEN, zh, en)
        .withHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
  }

  private Future<Answer> list(Call call) {
    String lender = call.access().account().organisation();
    String after = call.query("after").orElse("");
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          List<Export> page = exports.page(lender, after, limit);
          List<ExportView> views =
              page.stream().map(export -> ExportView.of(export, List.of())).toList();
          return Answer.json(
              new ExportList(views, page.size() < limit ? null : page.get(limit - 1).id()));
        });
  }

  private Future<Answer> export(Call call) {
    String lender = call.access().account().organisation();
    String id = call.path("id");
    String wanted = call.wantedType();
    return workers.run(
        () -> {
          Export export =
              exports
                  .find(lender, id)
                  .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
          return told(200, export, Act.current().orElse(Act.PLATFORM), wanted);
        });
  }

  private Answer told(int status, Export export, Act act, String wanted) {
    return answers.of(
        status, export, exports.told(export, act, backend.platform().store().instant()), wanted);
  }

  private Future<Answer> trace(Call call) {
    String mark = call.path("mark");
    return workers.run(
        () ->
            Answer.json(
                exports
                    .trace(mark)
                    .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("mark"))));
  }

  private static String purpose(@Nullable String posted) {
    String purpose = posted == null ? "" : posted.strip();
    if (purpose.isEmpty() || purpose.length() > LONGEST_PURPOSE) {
      throw Refusal.invalid(
          "purpose",
          "请说明用途，1至" + LONGEST_PURPOSE + "字；企业会看到",
          "say what for, 1 to " + LONGEST_PURPOSE + " characters; the enterprises will see it");
    }
    return purpose;
  }
}
