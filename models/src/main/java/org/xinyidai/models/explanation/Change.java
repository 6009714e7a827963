package org.xinyidai.models.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.score.Scorer;

/**
 * A feature whose part in the score changed between two days (评分变动原因).
 *
 * @param before null where it was missing
 * @param now null where it is missing
 * @param points that it adds now beyond what it added before; below 0 it costs more
 */
public record Change(
    String feature, @Nullable Double before, @Nullable Double now, double points, Text sentence) {
  /** What rounds to no point is no change. */
  private static final double LEAST_POINTS = 0.5;

  /**
   * What changed, the most first, ties in the order of the model's inputs. For a card the points of
   * all inputs sum to the change of the score before rounding.
   *
   * @param before the model's inputs on the earlier day, NaN where missing
   * @param now the same on the later day
   */
  public static List<Change> between(Scorer scorer, double[] before, double[] now) {
    double[] then = scorer.contributions(before);
    double[] today = scorer.contributions(now);
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < now.length; i++) {
      double points = today[i] - then[i];
      if (Math.abs(points) >= LEAST_POINTS) {
        changes.add(of(scorer.inputs().get(i), before[i], now[i], points));
      }
    }
    changes.sort(Comparator.comparingDouble(change -> -Math.abs(change.points())));
    return changes;
  }

  private static Change of(FeatureDefinition feature, double before, double now, double points) {
    Text was = Words.value(feature, before);
    Text is = Words.value(feature, now);
    boolean better = points > 0;
    Text sentence =
        new Text(
            "%s由%s变为%s，%s%.0f分"
                .formatted(
                    feature.titleZh(), was.zh(), is.zh(), better ? "多得" : "少得", Math.abs(points)),
            "%s went from %s to %s: %.0f points %s"
                .formatted(
                    feature.titleEn(),
                    was.en(),
                    is.en(),
                    Math.abs(points),
                    better ? "more" : "less"));
    return new Change(feature.name(), orNull(before), orNull(now), points, sentence);
  }

  private static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
