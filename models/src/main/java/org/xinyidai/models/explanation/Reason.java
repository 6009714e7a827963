package org.xinyidai.models.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.score.ReasonCode;

/**
 * A reason code with all that stands beside it (扣分原因解释).
 *
 * @param value null where the feature is missing
 * @param benchmark null where there are too few peers, or none were counted yet
 * @param change since a month before; null where it changed nothing
 * @param sentence all of it for the enterprise
 */
public record Reason(
    ReasonCode code,
    @Nullable Double value,
    @Nullable Benchmark benchmark,
    @Nullable Change change,
    Text sentence) {

  /** The reason of a feature with its value, its peers and what moved. */
  static Reason of(
      ReasonCode code,
      FeatureDefinition feature,
      double value,
      Optional<Benchmark> benchmark,
      List<Change> changes) {
    List<Text> parts = new ArrayList<>();
    parts.add(new Text(code.textZh(), code.textEn()));
    benchmark.ifPresent(found -> parts.add(Words.benchmark(feature, value, found)));
    Optional<Change> change =
        changes.stream().filter(one -> one.feature().equals(code.feature())).findFirst();
    change.ifPresent(
        moved ->
            parts.add(
                new Text(
                    "比上月" + moved.sentence().zh(), "since last month " + moved.sentence().en())));
    return new Reason(
        code,
        Double.isNaN(value) ? null : value,
        benchmark.orElse(null),
        change.orElse(null),
        new Text(
            String.join("；", parts.stream().map(Text::zh).toList()),
            String.join("; ", parts.stream().map(Text::en).toList())));
  }
}
