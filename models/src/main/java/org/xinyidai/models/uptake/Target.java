package org.xinyidai.models.uptake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.quality.Ratio;

/** What a value shall come to (目标值). */
public sealed interface Target {
  /**
   * Whether it is reached.
   *
   * @param before the value one period earlier, null where it is not known
   * @return empty where that cannot be told
   */
  Optional<Boolean> isMetBy(Ratio value, @Nullable Ratio before);

  /** In a clerk's words, such as "高于 30%". */
  String titleZh();

  /** A bound to keep (达标线). */
  record Bound(Comparison comparison, Ratio bound) implements Target {
    @Override
    public Optional<Boolean> isMetBy(Ratio value, @Nullable Ratio before) {
      return Optional.of(comparison.holds(value, bound));
    }

    @Override
    public String titleZh() {
      return comparison.titleZh() + " " + Words.share(bound);
    }
  }

  /** More than one period earlier (稳步提升); as high as before is not rising. A4 and A6. */
  record Rising() implements Target {
    @Override
    public Optional<Boolean> isMetBy(Ratio value, @Nullable Ratio before) {
      return Optional.ofNullable(before).map(earlier -> value.compareTo(earlier) > 0);
    }

    @Override
    public String titleZh() {
      return "比上期提升";
    }
  }
}
