package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Reach;
import org.xinyidai.engine.supervision.LenderHandling;
import org.xinyidai.engine.supervision.MarketFunnel;
import org.xinyidai.engine.supervision.OverdueTask;
import org.xinyidai.models.subject.Region;

/** The office looks over the market (在线监管, B7): the funnel and what is past its time. */
final class SupervisionApi {
  private final Backend backend;
  private final Workers workers;

  /** Tasks that are past their time. */
  record OverdueTasks(LocalDate day, List<Task> tasks) {}

  record Task(String kind, String kindZh, String who, TextView what, long count, LocalDate dueOn) {
    static Task of(OverdueTask task) {
      return new Task(
          task.kind().code(),
          task.kind().titleZh(),
          task.who(),
          TextView.of(task.what()),
          task.count(),
          task.dueOn());
    }
  }

  /** How lenders handle applications; shares are null where nothing was answered. */
  record HandlingList(LocalDate day, List<Handling> lenders) {}

  record Handling(
      String lender,
      TextView name,
      long applications,
      long answered,
      long granted,
      long waiting,
      long overdue,
      @Nullable Double inTimeShare,
      @Nullable Double approvalShare,
      @Nullable Integer medianWorkingDays) {
    static Handling of(LenderHandling one) {
      return new Handling(
          one.lender(),
          TextView.of(one.name()),
          one.applications(),
          one.answered(),
          one.granted(),
          one.waiting(),
          one.overdue(),
          orNull(one.inTimeShare()),
          orNull(one.approvalShare()),
          one.medianDays().isPresent() ? one.medianDays().getAsInt() : null);
    }

    private static @Nullable Double orNull(OptionalDouble share) {
      return share.isPresent() ? share.getAsDouble() : null;
    }
  }

  SupervisionApi(Backend backend, Workers workers) {
    this.backend = backend;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.GET_FUNNEL, "/funnel", this::funnel)
            .withQuery("asOf", "district", "lender"),
        Endpoint.get(Operation.LIST_OVERDUE_TASKS, "/overdue-tasks", this::overdue)
            .withQuery("district", "lender"),
        Endpoint.get(Operation.GET_LENDER_HANDLING, "/lender-handling", this::handling)
            .withQuery("district", "lender"));
  }

  private Future<Answer> funnel(Call call) {
    LocalDate asOf = call.day("asOf").orElse(backend.loans().today());
    MarketFunnel.Scope scope = scope(call);
    return workers.run(() -> Answer.json(FunnelView.of(backend.office().funnel().of(asOf, scope))));
  }

  private Future<Answer> overdue(Call call) {
    LocalDate today = backend.loans().today();
    MarketFunnel.Scope scope = scope(call);
    return workers.run(
        () ->
            Answer.json(
                new OverdueTasks(
                    today,
                    backend.office().overdue().of(today, scope).stream().map(Task::of).toList())));
  }

  private Future<Answer> handling(Call call) {
    LocalDate today = backend.loans().today();
    MarketFunnel.Scope scope = scope(call);
    return workers.run(
        () ->
            Answer.json(
                new HandlingList(
                    today,
                    backend.office().handling().of(today, scope).stream()
                        .map(Handling::of)
                        .toList())));
  }

  /** What was asked for, within what the caller may look at. */
  static MarketFunnel.Scope scope(Call call) {
    Access access = call.access();
    Optional<Region> asked = call.query("district").map(text -> region("district", text));
    String lender =
        access.reach() == Reach.OWN
            ? access.account().organisation()
            : call.query("lender").orElse("");
    return new MarketFunnel.Scope(district(access, asked), lender);
  }

  private static @Nullable Region district(Access access, Optional<Region> asked) {
    if (access.reach() != Reach.DISTRICT) {
      return asked.orElse(null);
    }
    Region own = new Region(access.account().seat().division());
    return asked
        .map(
            region -> {
              if (!region.isWithin(own)) {
                throw Refusal.of(
                        ProblemType.INVALID_PARAMETER,
                        "只能查看本区县：" + own.divisionCode(),
                        "You may look at your own district: " + own.divisionCode())
                    .at("district");
              }
              return region;
            })
        .orElse(own);
  }

  static Region region(String field, String text) {
    if (!Region.isWellFormed(text)) {
      throw Refusal.of(
              ProblemType.INVALID_PARAMETER,
              "行政区划代码为6位数字（GB/T 2260）",
              "A division code has six digits (GB/T 2260)")
          .at(field);
    }
    return new Region(text);
  }
}
