package org.xinyidai.models.product;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a criterion means on one day (准入取值集合): the value of one attribute lies in a union of closed
 * intervals. All that index and loop need to know of any criterion.
 *
 * @param position of the attribute in its catalogue
 * @param intervals disjoint, ascending; none when nothing passes
 * @param missingPasses whether a missing value passes
 */
public record AcceptedSet(int position, List<Interval> intervals, boolean missingPasses) {
  public AcceptedSet {
    intervals = merged(intervals);
  }

  /**
   * Whether a value passes.
   *
   * @param value NaN when missing
   */
  public boolean accepts(double value) {
    if (Double.isNaN(value)) {
      return missingPasses;
    }
    for (int i = 0; i < intervals.size(); i++) {
      if (intervals.get(i).contains(value)) {
        return true;
      }
    }
    return false;
  }

  /** What both accept; they must speak of the same attribute. */
  public AcceptedSet and(AcceptedSet other) {
    if (position != other.position) {
      throw new IllegalArgumentException(position + " and " + other.position + " are two axes");
    }
    List<Interval> both = new ArrayList<>();
    for (Interval a : intervals) {
      for (Interval b : other.intervals) {
        double from = Math.max(a.from(), b.from());
        double to = Math.min(a.to(), b.to());
        if (from <= to) {
          both.add(new Interval(from, to));
        }
      }
    }
    return new AcceptedSet(position, both, missingPasses && other.missingPasses);
  }

  /** How far a value lies from the nearest accepted one; NaN when none is accepted. */
  public double distance(double value) {
    double nearest = Double.NaN;
    for (Interval interval : intervals) {
      double distance = interval.distance(value);
      nearest = Double.isNaN(nearest) ? distance : Math.min(nearest, distance);
    }
    return nearest;
  }

  private static List<Interval> merged(List<Interval> intervals) {
    List<Interval> sorted = new ArrayList<>(intervals);
    sorted.sort(Comparator.comparingDouble(Interval::from));
    List<Interval> merged = new ArrayList<>();
    for (Interval next : sorted) {
      int last = merged.size() - 1;
      if (last >= 0 && next.from() <= Math.nextUp(merged.get(last).to())) {
        Interval open = merged.get(last);
        merged.set(last, new Interval(open.from(), Math.max(open.to(), next.to())));
      } else {
        merged.add(next);
      }
    }
    return List.copyOf(merged);
  }
}
