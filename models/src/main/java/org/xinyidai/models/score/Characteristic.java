package org.xinyidai.models.score;

import java.util.List;
import org.xinyidai.models.score.BinRange.Categories;
import org.xinyidai.models.score.BinRange.Interval;
import org.xinyidai.models.score.BinRange.Missing;
import org.xinyidai.models.score.BinRange.OtherCategories;
import org.xinyidai.models.score.BinRange.Special;

/**
 * A characteristic (评分项) of a scorecard: an input cut into bins that together take every value.
 *
 * @param coefficient of the weight of evidence in the log-odds of bad; zero or below, so that more
 *     evidence of good never raises the risk
 * @param informationValue IV of the bins in training
 * @param bins intervals rising and touching, or groups of categories and then the others; specials;
 *     one for missing
 */
public record Characteristic(
    ModelInput input, double coefficient, double informationValue, List<Bin> bins) {
  public Characteristic {
    bins = List.copyOf(bins);
    check(input, bins);
    if (!(coefficient <= 0)) {
      throw new IllegalArgumentException(
          input.name() + " has a coefficient of the wrong sign: " + coefficient);
    }
  }

  private static void check(ModelInput input, List<Bin> bins) {
    double reached = Double.NEGATIVE_INFINITY;
    int missing = 0;
    int others = 0;
    boolean[] placed = new boolean[input.categories().size()];
    for (Bin bin : bins) {
      if (bin.range() instanceof Interval interval) {
        require(interval.from() == reached, input, "intervals do not touch");
        reached = interval.below();
      } else if (bin.range() instanceof Special special) {
        require(input.specials().contains(special.value()), input, "special value not declared");
      } else if (bin.range() instanceof Categories categories) {
        for (int position : categories.positions()) {
          require(!placed[position], input, "category in two bins");
          placed[position] = true;
        }
      } else if (bin.range() instanceof OtherCategories) {
        others++;
      } else if (bin.range() instanceof Missing) {
        missing++;
      }
    }
    require(missing == 1, input, "needs one bin for missing");
    require(others == (input.isCategorical() ? 1 : 0), input, "needs one bin for other categories");
    require(
        input.isCategorical() || reached == Double.POSITIVE_INFINITY, input, "intervals are open");
  }

  private static void require(boolean condition, ModelInput input, String problem) {
    if (!condition) {
      throw new IllegalArgumentException(input.name() + ": " + problem);
    }
  }

  /** The same cut with another weight in the model. */
  public Characteristic withCoefficient(double other) {
    return new Characteristic(input, other, informationValue, bins);
  }

  /** The bin of a value; NaN is missing. The slow, obvious way that the compiled one must equal. */
  public Bin binOf(double value) {
    return bins.get(binIndexOf(value));
  }

  /** The position of {@link #binOf}: a special value before the interval around it, others last. */
  public int binIndexOf(double value) {
    int found = -1;
    for (int i = 0; i < bins.size(); i++) {
      BinRange range = bins.get(i).range();
      if (holds(range, value) && (found < 0 || range instanceof Special)) {
        found = i;
      }
    }
    if (found < 0) {
      throw new IllegalStateException(input.name() + " has no bin for " + value);
    }
    return found;
  }

  private static boolean holds(BinRange range, double value) {
    if (Double.isNaN(value) || range instanceof Missing) {
      return Double.isNaN(value) && range instanceof Missing;
    }
    if (range instanceof Interval interval) {
      return value >= interval.from()
          && (value < interval.below() || interval.below() == Double.POSITIVE_INFINITY);
    }
    if (range instanceof Special special) {
      return special.value() == value;
    }
    return range instanceof OtherCategories
        || (range instanceof Categories group && group.holds(value));
  }
}
