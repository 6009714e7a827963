package org.xinyidai.engine.redress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.models.dispute.Review;

/**
 * A request for a person's look, with every step taken in it (人工复核案卷).
 *
 * @param steps in order of time, the filing first
 */
public record ReviewFile(Review review, List<Step> steps) {
  /**
   * One step.
   *
   * @param by role and organisation of who took it
   */
  public record Step(Instant at, Review.State state, String by, String note) {}

  public ReviewFile {
    steps = List.copyOf(steps);
  }

  ReviewFile with(Review after, Instant at, String by) {
    List<Step> more = new ArrayList<>(steps);
    more.add(new Step(at, after.state(), by, after.note()));
    return new ReviewFile(after, more);
  }
}
