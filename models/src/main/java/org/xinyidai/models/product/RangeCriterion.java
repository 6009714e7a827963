package org.xinyidai.models.product;

import java.time.LocalDate;
import java.util.List;

/**
 * The value lies between two bounds (数值区间条件), either of which may be absent. A range with nothing
 * inside can be written and accepts nothing; {@link ProductLint} refuses it.
 */
public record RangeCriterion(String attribute, Bound min, Bound max, WhenMissing whenMissing)
    implements Criterion {

  public static RangeCriterion atLeast(String attribute, double min) {
    return new RangeCriterion(attribute, Bound.including(min), Bound.NO_MAXIMUM, WhenMissing.FAILS);
  }

  public static RangeCriterion atMost(String attribute, double max) {
    return new RangeCriterion(attribute, Bound.NO_MINIMUM, Bound.including(max), WhenMissing.FAILS);
  }

  @Override
  public AcceptedSet accepted(Attribute attribute, int position, LocalDate day) {
    double from = min.least();
    double to = max.greatest();
    List<Interval> inside = from <= to ? List.of(new Interval(from, to)) : List.of();
    return new AcceptedSet(position, inside, whenMissing.passes());
  }

  @Override
  public Text required(Attribute attribute) {
    if (min.equals(max)) {
      Text value = ValueText.of(attribute, min.value());
      return new Text("= " + value.zh(), "= " + value.en());
    }
    String zh = "";
    String en = "";
    if (min.isFinite()) {
      String sign = min.inclusive() ? "≥ " : "> ";
      zh = sign + ValueText.of(attribute, min.value()).zh();
      en = sign + ValueText.of(attribute, min.value()).en();
    }
    if (max.isFinite()) {
      String sign = max.inclusive() ? "≤ " : "< ";
      zh += (zh.isEmpty() ? "" : "且") + sign + ValueText.of(attribute, max.value()).zh();
      en += (en.isEmpty() ? "" : " and ") + sign + ValueText.of(attribute, max.value()).en();
    }
    return new Text(zh, en);
  }
}
