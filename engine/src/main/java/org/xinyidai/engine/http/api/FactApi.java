package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.dispute.CaseFile;
import org.xinyidai.engine.dispute.CaseFile.Kind;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.engine.store.FactRows;
import org.xinyidai.models.dispute.Objection;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.record.RowTexts;
import org.xinyidai.models.subject.Uscc;

/** The facts of an enterprise one by one (事实明细), so that it can see and dispute them. */
final class FactApi {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  private final Platform platform;
  private final FactRows rows;
  private final Workers workers;

  /** The answer: a page, and the id behind which the next begins, null on the last. */
  record FactList(List<FactView> facts, @Nullable String next) {}

  /**
   * One fact.
   *
   * @param objection the case that disputes it now, null where none does
   * @param statement of the enterprise, which stays beside the fact where neither could be shown
   * @param repairRoute how its use ends, null where it is not adverse (E3)
   */
  record FactView(
      String id,
      String feed,
      String feedZh,
      LocalDate day,
      int version,
      Instant knownAt,
      boolean withdrawn,
      Map<String, String> record,
      @Nullable String objection,
      @Nullable String statement,
      @Nullable TextView repairRoute) {}

  FactApi(Platform platform, Workers workers) {
    this.platform = platform;
    this.rows = new FactRows(platform.store());
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_FACTS, "/enterprises/{uscc}/facts", this::facts)
            .withQuery("feed", "after", "limit"));
  }

  private Future<Answer> facts(Call call) {
    Uscc uscc = call.uscc();
    Access access = call.access();
    @Nullable Feed<?> feed = call.query("feed").map(FactApi::feed).orElse(null);
    FactRow.@Nullable Name after = call.query("after").map(FactApi::name).orElse(null);
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          if (!access.covers(uscc.value())) {
            throw EnterpriseApi.notFound();
          }
          List<FactRow> page = rows.page(uscc, feed, after, limit);
          List<CaseFile> cases = platform.redress().of(uscc);
          return Answer.json(
              new FactList(
                  page.stream().map(row -> view(row, cases)).toList(),
                  page.size() < limit ? null : page.get(limit - 1).name().toString()));
        });
  }

  private static FactView view(FactRow row, List<CaseFile> cases) {
    Feed<?> feed = row.name().feed();
    List<CaseFile> about =
        cases.stream()
            .filter(file -> file.kind() == Kind.OBJECTION && file.fact().equals(row.name()))
            .toList();
    return new FactView(
        row.name().toString(),
        feed.id(),
        feed.titleZh(),
        row.name().day(),
        row.version(),
        row.knownAt(),
        row.withdrawn(),
        RowTexts.of(feed, row.row()),
        about.stream().filter(CaseFile::disputesItsFact).map(CaseFile::id).findFirst().orElse(null),
        about.stream()
            .filter(file -> file.steps().stream().anyMatch(FactApi::isAnnotation))
            .map(file -> file.filed().note())
            .findFirst()
            .orElse(null),
        row.withdrawn() ? null : RouteViews.of(feed.read(row.row())));
  }

  private static boolean isAnnotation(CaseFile.Step step) {
    return step.state().equals(Objection.State.ANNOTATED.name());
  }

  private static Feed<?> feed(String id) {
    return Feeds.byId(id)
        .orElseThrow(
            () ->
                Refusal.of(
                        ProblemType.INVALID_PARAMETER,
                        "没有此数据目录，见 /api/v1/feeds",
                        "There is no such feed; /api/v1/feeds lists them all")
                    .at("feed"));
  }

  private static FactRow.Name name(String id) {
    return FactRow.Name.parse(id)
        .orElseThrow(
            () ->
                Refusal.of(
                        ProblemType.INVALID_PARAMETER,
                        "请使用上一页的 next",
                        "Take the next of the page before")
                    .at("after"));
  }
}
