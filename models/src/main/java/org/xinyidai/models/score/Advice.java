package org.xinyidai.models.score;

import java.util.List;

/**
 * What would lift the grade (改进建议): the fewest changes; of as few, the soonest; of as soon, the
 * smallest.
 *
 * @param reached whether the target is within reach; else the changes are those that help most
 * @param months until all changes are seen
 * @param after the probability of default with all changes
 */
public record Advice(
    Grade present, Grade target, boolean reached, List<Step> steps, int months, double after) {
  public Advice {
    steps = List.copyOf(steps);
  }

  /** One change of one feature. */
  public record Step(Action action, double from, double to) {}
}
