package org.xinyidai.models.product;

import java.time.LocalDate;
import java.util.List;

/** A yes or a no is required (是否条件). */
public record FlagCriterion(String attribute, boolean expected, WhenMissing whenMissing)
    implements Criterion {
  @Override
  public AcceptedSet accepted(Attribute attribute, int position, LocalDate day) {
    Interval point = Interval.of(expected ? 1 : 0);
    return new AcceptedSet(position, List.of(point), whenMissing.passes());
  }

  @Override
  public Text required(Attribute attribute) {
    return expected ? new Text("为“是”", "is yes") : new Text("为“否”", "is no");
  }
}
