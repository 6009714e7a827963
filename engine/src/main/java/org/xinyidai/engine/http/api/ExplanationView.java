package org.xinyidai.engine.http.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.explanation.Benchmark;
import org.xinyidai.models.explanation.Change;
import org.xinyidai.models.explanation.Explanation;
import org.xinyidai.models.explanation.Reason;

/**
 * Why a score is what it is, as the API shows it (评分解释).
 *
 * @param pointsBefore null where nothing was known on the earlier day
 */
record ExplanationView(
    String scoreId,
    String uscc,
    int points,
    String grade,
    String modelId,
    LocalDate asOf,
    List<ReasonView> reasons,
    LocalDate since,
    @Nullable Integer pointsBefore,
    List<ChangeView> changes) {

  /** One reason; what stands on a penalty or list names the way out (E3). */
  record ReasonView(
      String feature,
      double pointsLost,
      @Nullable Double value,
      @Nullable BenchmarkView benchmark,
      @Nullable ChangeView change,
      TextView text,
      @Nullable TextView repairRoute) {
    static ReasonView of(Reason reason) {
      return new ReasonView(
          reason.code().feature(),
          reason.code().pointsLost(),
          reason.value(),
          reason.benchmark() == null ? null : BenchmarkView.of(reason.benchmark()),
          reason.change() == null ? null : ChangeView.of(reason.change()),
          TextView.of(reason.sentence()),
          RouteViews.ofFeature(reason.code().feature()));
    }
  }

  /** What peers have, and which peers. */
  record BenchmarkView(
      String level,
      TextView group,
      long peers,
      double lowerQuartile,
      double median,
      double upperQuartile) {
    static BenchmarkView of(Benchmark benchmark) {
      return new BenchmarkView(
          benchmark.group().level().name().toLowerCase(Locale.ROOT),
          TextView.of(benchmark.group().title()),
          benchmark.figures().count(),
          benchmark.figures().lowerQuartile(),
          benchmark.figures().median(),
          benchmark.figures().upperQuartile());
    }
  }

  /** What moved. */
  record ChangeView(
      String feature, @Nullable Double before, @Nullable Double now, double points, TextView text) {
    static ChangeView of(Change change) {
      return new ChangeView(
          change.feature(),
          change.before(),
          change.now(),
          change.points(),
          TextView.of(change.sentence()));
    }
  }

  static ExplanationView of(String scoreId, Explanation explanation) {
    return new ExplanationView(
        scoreId,
        explanation.score().uscc().value(),
        explanation.score().points(),
        explanation.score().grade().name(),
        explanation.score().modelId(),
        explanation.score().asOf(),
        explanation.reasons().stream().map(ReasonView::of).toList(),
        explanation.since(),
        explanation.pointsBefore(),
        explanation.changes().stream().map(ChangeView::of).toList());
  }
}
