package org.xinyidai.models.quality;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One item of the scheme by which the office is judged (考核指标得分): its value and points where all
 * inputs are known, else what is missing.
 *
 * @param value the rate or ratio judged, null where an input is missing
 * @param points earned, null where an input is missing or the item has a bound and no points
 * @param most the points it can earn, 0 for an item that has a bound only
 * @param thresholds the bounds that documents set for the value
 * @param missing figures that the office has not entered
 * @param byHand whether a figure that the office entered went in
 */
public record Indicator(
    String requirement,
    String titleZh,
    @Nullable Ratio value,
    @Nullable Ratio points,
    long most,
    List<Threshold> thresholds,
    List<OfficeFigure> missing,
    boolean byHand) {
  public Indicator {
    thresholds = List.copyOf(thresholds);
    missing = List.copyOf(missing);
  }

  /** The value; empty where it is not known. */
  public Optional<Ratio> known() {
    return Optional.ofNullable(value);
  }

  /** The points; empty where they are not known or there are none to earn. */
  public Optional<Ratio> earned() {
    return Optional.ofNullable(points);
  }
}
