package org.xinyidai.models.subject;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.subject.SizeIndustry.Bound;

/**
 * Size of an enterprise (企业规模), 中小企业划型标准规定, 工信部联企业〔2011〕300号: the highest class all of whose lower
 * bounds hold.
 */
public enum SizeClass implements Code {
  MICRO("微型"),
  SMALL("小型"),
  MEDIUM("中型"),
  LARGE("大型");

  private final String titleZh;

  SizeClass(String titleZh) {
    this.titleZh = titleZh;
  }

  @Override
  public List<String> spellings() {
    return List.of(titleZh, titleZh + "企业");
  }

  /** The class, or empty where a measure that its industry is judged by is not known. */
  public static Optional<SizeClass> of(Industry industry, SizeMeasures measures) {
    SizeClass lowest = LARGE;
    for (Bound bound : SizeIndustry.of(industry).bounds()) {
      Long value = bound.measure().of(measures);
      if (value == null) {
        return Optional.empty();
      }
      SizeClass reached = reached(bound, value);
      lowest = reached.compareTo(lowest) < 0 ? reached : lowest;
    }
    return Optional.of(lowest);
  }

  /** The class by one measure alone. */
  private static SizeClass reached(Bound bound, long value) {
    if (value >= bound.large()) {
      return LARGE;
    }
    if (value >= bound.medium()) {
      return MEDIUM;
    }
    return value >= bound.small() ? SMALL : MICRO;
  }

  /** A measure of size. */
  enum Measure {
    EMPLOYEES,
    REVENUE,
    ASSETS;

    @Nullable Long of(SizeMeasures measures) {
      return switch (this) {
        case EMPLOYEES -> measures.employees();
        case REVENUE -> measures.revenueFen();
        case ASSETS -> measures.assetsFen();
      };
    }
  }
}
