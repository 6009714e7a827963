package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.warning.EnterpriseWarnings;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.warning.Warning;

/** Early warnings: of one enterprise as of now, and the office's list by district (事前信用预警). */
final class WarningApi {
  private static final String LIST = "/warnings";
  private static final int USUAL_PAGE = 100;

  /** Enterprises of one page: some hundred kilobytes. */
  private static final int LARGEST_PAGE = 1_000;

  private final Backend backend;
  private final Platform platform;
  private final Workers workers;

  /** One warning with its sentence. */
  record WarningView(
      String rule,
      String severity,
      String severityZh,
      String titleZh,
      String titleEn,
      String measure,
      int windowMonths,
      double was,
      double is,
      String reasonZh,
      String reasonEn) {
    static WarningView of(Warning warning) {
      return new WarningView(
          warning.rule(),
          warning.severity().name().toLowerCase(Locale.ROOT),
          warning.severity().titleZh(),
          warning.titleZh(),
          warning.titleEn(),
          warning.measure(),
          warning.windowMonths(),
          warning.was(),
          warning.is(),
          warning.reasonZh(),
          warning.reasonEn());
    }
  }

  /** The warnings of an enterprise, the worst first. */
  record WarnedView(
      String uscc, LocalDate asOf, List<WarningView> warnings, @Nullable DisputedView disputed) {
    static WarnedView of(EnterpriseWarnings enterprise) {
      return new WarnedView(
          enterprise.uscc(),
          enterprise.asOf(),
          enterprise.warnings().stream().map(WarningView::of).toList(),
          DisputedView.of(enterprise.disputed()));
    }
  }

  WarningApi(Backend backend, Workers workers) {
    this.backend = backend;
    this.platform = backend.platform();
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.GET_ENTERPRISE_WARNINGS, "/enterprises/{uscc}/warnings", this::ofOne)
            .withQuery("asOf", "knownAt"),
        Endpoint.get(Operation.LIST_WARNINGS, LIST, this::list)
            .withQuery("district", "after", "limit"),
        Endpoint.post(Operation.POST_WARNINGS, LIST, Intake.none(), this::refresh)
            .withQuery("asOf"));
  }

  private Future<Answer> ofOne(Call call) {
    Uscc uscc = call.uscc();
    Instant now = backend.now();
    LocalDate asOf = call.day("asOf").orElseGet(backend::usualDay);
    Instant knownAt = backend.knownAt(call.instant("knownAt", now));
    Access access = call.access();
    return workers.run(
        () -> {
          if (!access.covers(uscc.value())) {
            throw Refusal.of(ProblemType.NOT_FOUND).at("uscc");
          }
          var history = platform.vectors().history(uscc, knownAt);
          if (Feeds.KNOWN.stream().noneMatch(history::has)) {
            throw Refusal.of(ProblemType.NOT_FOUND).at("uscc");
          }
          return Answer.json(WarnedView.of(platform.warnings().of(uscc, asOf, knownAt)));
        });
  }

  private Future<Answer> list(Call call) {
    String district = call.query("district").orElse("");
    if (!district.matches("\\d{0,6}")) {
      throw Refusal.of(
              ProblemType.INVALID_PARAMETER,
              "行政区划代码为至多6位数字，可只给前几位",
              "A division code has six digits at most; its first digits will do")
          .at("district");
    }
    String after = call.query("after").map(text -> Call.usccOf("after", text).value()).orElse("");
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    Access access = call.access();
    return workers.run(() -> page(access, district, after, limit));
  }

  /** One page; a header leads to the next. */
  private Answer page(Access access, String district, String after, int limit) {
    List<EnterpriseWarnings> found =
        platform.warnings().list(district, after, limit, one -> access.covers(one.uscc()));
    Answer answer = Answer.json(found.stream().map(WarnedView::of).toList());
    if (found.size() < limit) {
      return answer;
    }
    String next =
        "%s%s?district=%s&after=%s&limit=%d"
            .formatted(Endpoint.BASE, LIST, district, found.get(limit - 1).uscc(), limit);
    return answer.withHeader("Link", "<" + next + ">; rel=\"next\"");
  }

  private Future<Answer> refresh(Call call) {
    LocalDate asOf = call.day("asOf").orElseGet(backend::usualDay);
    Instant knownAt = backend.now();
    return workers.run(
        () ->
            TaskView.start(
                platform.tasks(),
                "warnings",
                done ->
                    "%s 预警名单，%d 家企业"
                        .formatted(asOf, platform.warnings().refresh(asOf, knownAt, done))));
  }
}
