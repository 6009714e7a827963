package org.xinyidai.models.uptake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.quality.Ratio;

/**
 * What one item comes to (指标结果).
 *
 * @param inputs every figure that the item reads, also those that are not known
 * @param value null where it is not known
 * @param before the value one period earlier, null where it is not known or not asked
 * @param gap what would reach the target; null where it is reached, cannot be told or has no count
 * @param points null where they are not known or the source gives none
 */
public record ItemResult(
    TargetItem item,
    List<FigureValue> inputs,
    @Nullable Ratio value,
    @Nullable Ratio before,
    Verdict verdict,
    @Nullable Gap gap,
    @Nullable Ratio points) {
  public ItemResult {
    inputs = List.copyOf(inputs);
  }

  /** Where the inputs come from (来源). */
  public enum Source {
    PLATFORM("platform", "平台数据"),
    HAND("hand", "人工填报"),
    MIXED("mixed", "平台数据和人工填报"),
    /** At least one input is lacking. */
    MISSING("missing", "数据不全");

    private final String id;
    private final String titleZh;

    Source(String id, String titleZh) {
      this.id = id;
      this.titleZh = titleZh;
    }

    /** The stable name in answers. */
    public String id() {
      return id;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /** The same with where the subjects are who could close the gap. */
  public ItemResult at(List<Gap.Place> places) {
    return gap == null
        ? this
        : new ItemResult(item, inputs, value, before, verdict, gap.at(places), points);
  }

  /** Where the inputs come from. */
  public Source source() {
    if (!missing().isEmpty()) {
      return Source.MISSING;
    }
    boolean hand = inputs.stream().anyMatch(input -> input.entered().isPresent());
    boolean counted = inputs.stream().anyMatch(input -> input.entered().isEmpty());
    return hand && counted ? Source.MIXED : hand ? Source.HAND : Source.PLATFORM;
  }

  /** Figures that nobody has told. */
  public List<Figure> missing() {
    return inputs.stream()
        .filter(input -> input.known().isEmpty())
        .map(FigureValue::figure)
        .toList();
  }

  public Optional<Ratio> known() {
    return Optional.ofNullable(value);
  }

  public Optional<Ratio> earlier() {
    return Optional.ofNullable(before);
  }

  public Optional<Gap> lacking() {
    return Optional.ofNullable(gap);
  }

  public Optional<Ratio> earned() {
    return Optional.ofNullable(points);
  }
}
