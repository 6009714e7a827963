package org.xinyidai.models.uptake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it is known on a day (指标数值).
 *
 * @param value null where it is not known; never zero for want of data
 * @param entry who entered it and why, null where the platform counted it or nobody told
 */
public record FigureValue(Figure figure, @Nullable Long value, @Nullable Entry entry) {
  /**
   * What the office said of a figure that it entered (填报依据).
   *
   * @param day the day from which it holds
   * @param by the account that entered it
   * @param evidence the document or count that it rests on
   */
  public record Entry(LocalDate day, String by, Instant at, String evidence) {}

  public FigureValue {
    if (value != null && value < 0) {
      throw new IllegalArgumentException(figure.id() + " below zero");
    }
  }

  /** Counted by the platform. */
  public static FigureValue counted(Figure figure, long value) {
    return new FigureValue(figure, value, null);
  }

  /** Not known. */
  public static FigureValue missing(Figure figure) {
    return new FigureValue(figure, null, null);
  }

  public Optional<Long> known() {
    return Optional.ofNullable(value);
  }

  public Optional<Entry> entered() {
    return Optional.ofNullable(entry);
  }
}
