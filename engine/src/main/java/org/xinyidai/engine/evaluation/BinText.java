package org.xinyidai.engine.evaluation;

import java.math.BigDecimal;
import java.util.List;
import org.xinyidai.models.score.BinRange;
import org.xinyidai.models.score.BinRange.Categories;
import org.xinyidai.models.score.BinRange.Interval;
import org.xinyidai.models.score.BinRange.Missing;
import org.xinyidai.models.score.BinRange.Special;
import org.xinyidai.models.score.ModelInput;

/** What a bin holds, for people (分箱说明). */
final class BinText {
  /** Categories beyond these are counted and not named. */
  private static final int CATEGORIES_NAMED = 12;

  private BinText() {}

  static String zh(ModelInput input, BinRange range) {
    if (range instanceof Interval interval) {
      return interval(interval);
    }
    if (range instanceof Special special) {
      return "特殊值 " + number(special.value());
    }
    if (range instanceof Categories categories) {
      return categories(input, categories.positions());
    }
    return range instanceof Missing ? "缺失" : "其他类别";
  }

  private static String interval(Interval interval) {
    boolean open = interval.from() == Double.NEGATIVE_INFINITY;
    if (interval.below() == Double.POSITIVE_INFINITY) {
      return open ? "全部数值" : "≥ " + number(interval.from());
    }
    return open
        ? "< " + number(interval.below())
        : "[" + number(interval.from()) + ", " + number(interval.below()) + ")";
  }

  private static String categories(ModelInput input, List<Integer> positions) {
    List<String> named =
        positions.stream().limit(CATEGORIES_NAMED).map(i -> input.categories().get(i)).toList();
    String text = String.join("、", named);
    return positions.size() > CATEGORIES_NAMED ? text + " 等 " + positions.size() + " 类" : text;
  }

  private static String number(double value) {
    return new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
  }
}
