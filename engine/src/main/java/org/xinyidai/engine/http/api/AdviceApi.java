package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.history.History;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.score.ActionCatalogue;
import org.xinyidai.models.score.Advice;
import org.xinyidai.models.score.Adviser;
import org.xinyidai.models.score.Grade;
import org.xinyidai.models.score.Scorer;
import org.xinyidai.models.subject.Uscc;

/** What an enterprise could do for a better grade, or to open a product. */
final class AdviceApi {
  private final Backend backend;
  private final Platform platform;
  private final Workers workers;

  /** The answer: the fewest realistic changes. */
  record AdviceView(
      String uscc,
      String grade,
      String target,
      boolean reached,
      int months,
      double probabilityAfter,
      String modelId,
      List<StepView> steps) {}

  /** One change. */
  record StepView(
      String feature,
      String titleZh,
      String titleEn,
      double from,
      double to,
      int months,
      String textZh,
      String textEn) {}

  AdviceApi(Backend backend, Workers workers) {
    this.backend = backend;
    this.platform = backend.platform();
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.GET_ADVICE, "/enterprises/{uscc}/advice", this::advice)
            .withQuery("target", "asOf"),
        Endpoint.get(
                Operation.GET_PRODUCT_ADVICE,
                "/enterprises/{uscc}/advice/{product}",
                this::productAdvice)
            .withQuery("asOf"));
  }

  private Future<Answer> productAdvice(Call call) {
    Uscc uscc = call.uscc();
    String id = call.path("product");
    LocalDate asOf = call.day("asOf").orElseGet(backend::usualDay);
    Access access = call.access();
    return workers.run(
        () -> {
          requireCovered(access, uscc);
          History history = platform.vectors().history(uscc, backend.now());
          if (Feeds.ALL.stream().noneMatch(history::has)) {
            throw notFound();
          }
          LoanProduct product =
              Optional.of(id)
                  .filter(ProductId::isWellFormed)
                  .flatMap(text -> platform.shelf().find(new ProductId(text)))
                  .filter(found -> found.effectiveOn(asOf))
                  .orElseThrow(AdviceApi::noSuchProduct);
          return Answer.json(
              ProductAdviceView.of(
                  uscc.value(), platform.matching().advise(history, product, Map.of(), asOf)));
        });
  }

  private Future<Answer> advice(Call call) {
    Uscc uscc = call.uscc();
    Grade target = target(call.query("target").orElse("A"));
    Access access = call.access();
    return workers.run(
        () -> {
          requireCovered(access, uscc);
          History history = platform.vectors().history(uscc, backend.now());
          if (Feeds.KNOWN.stream().noneMatch(history::has)) {
            throw notFound();
          }
          ServingModel champion =
              platform.models().champion().orElseThrow(() -> Refusal.of(ProblemType.NOT_READY));
          Scorer scorer = platform.scores().scorer(champion);
          double[] row =
              scorer.row(
                  platform
                      .vectors()
                      .at(history, call.day("asOf").orElseGet(backend::usualDay))
                      .vector());
          Advice advice = new Adviser(scorer, ActionCatalogue.ALL).advise(row, target);
          return Answer.json(view(uscc, champion.id(), advice));
        });
  }

  private static void requireCovered(Access access, Uscc uscc) {
    if (!access.covers(uscc.value())) {
      throw notFound();
    }
  }

  private AdviceView view(Uscc uscc, String modelId, Advice advice) {
    return new AdviceView(
        uscc.value(),
        advice.present().name(),
        advice.target().name(),
        advice.reached(),
        advice.months(),
        advice.after(),
        modelId,
        advice.steps().stream().map(this::view).toList());
  }

  private StepView view(Advice.Step step) {
    var schema = platform.vectors().schema();
    var feature = schema.features().get(schema.position(step.action().feature()).orElseThrow());
    return new StepView(
        feature.name(),
        feature.titleZh(),
        feature.titleEn(),
        step.from(),
        step.to(),
        step.action().months(),
        step.action().textZh(),
        step.action().textEn());
  }

  private static Grade target(String text) {
    return Arrays.stream(Grade.values())
        .filter(grade -> grade.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(
                        ProblemType.INVALID_PARAMETER,
                        "目标等级须为 A、B、C、D 之一",
                        "A target is one of the grades A, B, C, D")
                    .at("target"));
  }

  private static Refusal noSuchProduct() {
    return Refusal.of(
            ProblemType.NOT_FOUND,
            "当日没有此产品；全部产品见 /api/v1/products",
            "There is no such product on that day; /api/v1/products lists them all")
        .at("product");
  }

  private static Refusal notFound() {
    return Refusal.of(
            ProblemType.NOT_FOUND,
            "没有该企业的记录，或不属于您",
            "There is no record of this enterprise, or it is not yours")
        .at("uscc");
  }
}
