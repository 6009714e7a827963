package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.uptake.Asked;
import org.xinyidai.engine.uptake.Comparisons;
import org.xinyidai.engine.uptake.Drilldown;
import org.xinyidai.engine.uptake.UptakeDesk;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.uptake.TargetItem;
import org.xinyidai.models.uptake.TargetPack;

/**
 * The office's targets (考核指标): packs, results, trends, who is behind them, comparisons. A1 to G5.
 */
final class TargetApi {
  private static final String ITEM = "/target-packs/{pack}/items/{item}";
  private static final int USUAL_MONTHS = 12;
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  private final UptakeDesk desk;
  private final TargetCall calls;
  private final Workers workers;

  /** A page of subjects; the code behind which the next begins, null on the last. */
  record SubjectPage(List<SubjectLine> subjects, @Nullable String next) {}

  /** A subject as the register has it last; null where it is silent. */
  record SubjectLine(
      String uscc,
      @Nullable String name,
      @Nullable String district,
      @Nullable String industry,
      @Nullable String type) {
    static SubjectLine of(Drilldown.Line line) {
      MarketRegistration entry = line.entry();
      return new SubjectLine(
          line.uscc().value(),
          entry == null ? null : entry.name(),
          entry == null ? null : entry.divisionCode(),
          entry == null ? null : entry.industryCode(),
          entry == null ? null : entry.subjectType().name());
    }
  }

  /** One of those compared. */
  record Compared(String name, TargetView.Result result) {
    static Compared of(Comparisons.Line line) {
      return new Compared(line.name(), TargetView.Result.of(line.result()));
    }
  }

  TargetApi(Backend backend, Workers workers) {
    this.desk = backend.uptake();
    this.calls = new TargetCall(backend);
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_TARGET_PACKS, "/target-packs", this::packs),
        Endpoint.get(Operation.GET_ASSESSMENT, "/target-packs/{pack}", this::assess)
            .withQuery("asOf", "district", "knownAt"),
        Endpoint.get(Operation.GET_TARGET_TREND, ITEM + "/trend", this::trend)
            .withQuery("asOf", "district", "knownAt", "months", "until"),
        Endpoint.get(Operation.LIST_TARGET_SUBJECTS, ITEM + "/subjects", this::subjects)
            .withQuery("part", "asOf", "district", "after", "limit"),
        Endpoint.get(Operation.COMPARE_TARGETS, ITEM + "/comparison", this::compare)
            .withQuery("by", "asOf", "district", "knownAt"));
  }

  private Future<Answer> packs(Call call) {
    return Future.succeededFuture(
        Answer.json(desk.packs().stream().map(TargetView.Pack::of).toList()));
  }

  private Future<Answer> assess(Call call) {
    TargetPack pack = calls.pack(call);
    Asked asked = calls.asked(call);
    return workers.run(() -> Answer.json(TargetView.Judged.of(desk.assess(pack, asked))));
  }

  private Future<Answer> trend(Call call) {
    TargetItem item = calls.item(call);
    Asked asked = calls.asked(call);
    int months = call.number("months", USUAL_MONTHS, 1, UptakeDesk.MOST_MONTHS);
    @Nullable LocalDate until = call.day("until").orElse(null);
    return workers.run(() -> Answer.json(TrendView.of(desk.trend(item, asked, months, until))));
  }

  private Future<Answer> subjects(Call call) {
    TargetItem item = calls.item(call);
    Asked asked = calls.asked(call);
    Drilldown.Part part =
        call.oneOf("part", Drilldown.Part.values()).orElse(Drilldown.Part.NUMERATOR);
    @Nullable Uscc after = call.query("after").map(code -> Call.usccOf("after", code)).orElse(null);
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          List<Drilldown.Line> page =
              desk.drilldown()
                  .page(item, part, asked, after, limit)
                  .orElseThrow(
                      () ->
                          Refusal.of(
                                  ProblemType.INVALID_PARAMETER,
                                  "该指标的这一部分不是按主体统计的，没有名单",
                                  "This part of the item counts no subjects, so there is no list")
                              .at("part"));
          return Answer.json(
              new SubjectPage(
                  page.stream().map(SubjectLine::of).toList(),
                  page.size() < limit ? null : page.get(page.size() - 1).uscc().value()));
        });
  }

  private Future<Answer> compare(Call call) {
    TargetItem item = calls.item(call);
    Asked asked = calls.asked(call);
    Comparisons.By by = call.oneOf("by", Comparisons.By.values()).orElse(Comparisons.By.DISTRICT);
    return workers.run(
        () ->
            Answer.json(
                desk
                    .comparisons()
                    .of(item, by, asked)
                    .orElseThrow(
                        () ->
                            Refusal.of(
                                    ProblemType.INVALID_PARAMETER,
                                    "该指标不能按此维度比较",
                                    "This item cannot be told apart so")
                                .at("by"))
                    .stream()
                    .map(Compared::of)
                    .toList()));
  }
}
