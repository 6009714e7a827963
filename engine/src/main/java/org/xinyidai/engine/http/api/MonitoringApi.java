package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.problem.Refusal.invalid;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.learning.Label;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.monitoring.LenderDecision;
import org.xinyidai.engine.monitoring.ModelMonitor;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.subject.Uscc;

/** How models stand (模型监控), and what lenders tell of outcomes and decisions. */
final class MonitoringApi {
  /** A file of more goes in pieces or by the command line. */
  private static final int MOST_ROWS = 10_000;

  private final Backend backend;
  private final Platform platform;
  private final ModelMonitor monitor;
  private final int maxBytes;
  private final Workers workers;

  /** One outcome as posted. */
  record OutcomeToPost(@Nullable String uscc, @Nullable String observedOn, @Nullable Boolean bad) {}

  /** One decision as posted; the lender is that of the caller unless the office posts. */
  record DecisionToPost(
      @Nullable String uscc,
      @Nullable String lender,
      @Nullable String decidedOn,
      @Nullable Boolean approved,
      @Nullable String product,
      @Nullable String appliedOn) {}

  /** What a caller sends. */
  record OutcomesToPost(@Nullable List<OutcomeToPost> outcomes) {}

  /** What a caller sends. */
  record DecisionsToPost(@Nullable List<DecisionToPost> decisions) {}

  /** The answer: how many rows are kept. */
  record KeptView(int kept) {}

  MonitoringApi(Backend backend, int maxBytes, Workers workers) {
    this.backend = backend;
    this.platform = backend.platform();
    this.monitor = platform.monitor();
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    String path = "/models/{id}/monitoring";
    return List.of(
        Endpoint.get(Operation.GET_MONITORING, path, this::report).withQuery("asOf"),
        Endpoint.post(Operation.POST_MONITORING, path, Intake.none(), this::take).withQuery("asOf"),
        Endpoint.post(Operation.POST_OUTCOMES, "/lending/outcomes", json, this::outcomes),
        Endpoint.post(Operation.POST_DECISIONS, "/lending/decisions", json, this::decisions));
  }

  private Future<Answer> report(Call call) {
    String id = model(call).id();
    Optional<LocalDate> asOf = call.day("asOf");
    return workers.run(
        () ->
            monitor
                .find(id, asOf)
                .map(
                    report ->
                        Answer.json(
                            MonitoringView.of(
                                report, monitor.days(id), platform.vectors().schema())))
                .orElseThrow(MonitoringApi::noReport));
  }

  private Future<Answer> take(Call call) {
    ServingModel model = model(call);
    Optional<LocalDate> day = call.day("asOf");
    LocalDate asOf = day.orElseGet(backend::usualDay);
    return workers.run(
        () ->
            TaskView.start(
                platform.tasks(),
                "monitoring-" + model.id(),
                done ->
                    "%s 模型监控，%d 条预警"
                        .formatted(
                            asOf,
                            monitor.take(model, asOf, day.isPresent(), done).alerts().size())));
  }

  private Future<Answer> outcomes(Call call) {
    List<Label> outcomes =
        some(call.json(OutcomesToPost.class).outcomes(), "outcomes").stream()
            .map(
                one ->
                    new Label(
                        uscc(one.uscc()),
                        past(one.observedOn(), "observedOn"),
                        told(one.bad(), "bad")))
            .toList();
    String source = call.access().account().organisation();
    return workers.run(
        () -> Answer.json(new KeptView(monitor.results().keepOutcomes(outcomes, source))));
  }

  private Future<Answer> decisions(Call call) {
    Account account = call.access().account();
    List<LenderDecision> decisions =
        some(call.json(DecisionsToPost.class).decisions(), "decisions").stream()
            .map(
                one ->
                    new LenderDecision(
                        uscc(one.uscc()),
                        lender(one.lender(), account),
                        past(one.decidedOn(), "decidedOn"),
                        told(one.approved(), "approved"),
                        product(one.product()),
                        one.appliedOn() == null ? null : past(one.appliedOn(), "appliedOn")))
            .toList();
    return workers.run(() -> Answer.json(new KeptView(monitor.results().keepDecisions(decisions))));
  }

  /** A lender speaks for itself alone. */
  private static String lender(@Nullable String named, Account account) {
    String name = named == null ? account.organisation() : named.strip();
    boolean own = account.role() != Role.BANK || name.equals(account.organisation());
    if (!own || name.isEmpty() || name.length() > Account.MAX_TEXT) {
      throw invalid("lender", "金融机构只能报送本机构的审批结论", "a lender reports its own decisions alone");
    }
    return name;
  }

  private static @Nullable String product(@Nullable String id) {
    if (id != null && !ProductId.isWellFormed(id)) {
      throw invalid("product", "不是产品编号", "not the id of a product");
    }
    return id;
  }

  private static Uscc uscc(@Nullable String text) {
    return Call.usccOf("uscc", text == null ? "" : text);
  }

  private LocalDate past(@Nullable String text, String field) {
    try {
      LocalDate day = LocalDate.parse(text == null ? "" : text);
      if (day.getYear() >= 1990 && !day.isAfter(backend.usualDay())) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // Told below with what a day looks like.
    }
    throw invalid(
        field, "须为 YYYY-MM-DD 格式且不晚于今日的日期", "a day written YYYY-MM-DD, not in the future");
  }

  private static boolean told(@Nullable Boolean value, String field) {
    if (value == null) {
      throw invalid(field, "须为 true 或 false", "true or false");
    }
    return value;
  }

  private static <T> List<T> some(@Nullable List<T> rows, String field) {
    if (rows == null || rows.isEmpty() || rows.size() > MOST_ROWS || rows.contains(null)) {
      throw invalid(field, "须有 1 至 " + MOST_ROWS + " 条", "a list of 1 to " + MOST_ROWS + " rows");
    }
    return rows;
  }

  private ServingModel model(Call call) {
    return platform.models().find(call.path("id")).orElseThrow(() -> ModelApi.noSuchModel("id"));
  }

  private static Refusal noReport() {
    return Refusal.of(
            ProblemType.NOT_FOUND,
            "没有该模型在该日的监控报告；请先 POST /api/v1/models/{id}/monitoring",
            "There is no report of the model on that day; POST /api/v1/models/{id}/monitoring makes"
                + " one")
        .at("asOf");
  }
}
