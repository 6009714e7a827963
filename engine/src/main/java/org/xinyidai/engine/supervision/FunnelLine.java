package org.xinyidai.engine.supervision;

import java.util.List;
import java.util.Optional;
import org.xinyidai.models.product.Text;

/**
 * One line of the funnel (漏斗行): a group, how many of its enterprises reached each stage, and what
 * their applications came to.
 *
 * @param key stable, such as a division code
 * @param stages those that can be told of the group, in order
 */
public record FunnelLine(String key, Text title, List<StageCount> stages, LendingSum lending) {
  public FunnelLine {
    stages = List.copyOf(stages);
  }

  /**
   * A stage of a group.
   *
   * @param enterprises that reached it
   * @param fromBefore those of them that reached the stage before as well; the same as {@code
   *     enterprises} for the first
   */
  public record StageCount(FunnelStage stage, long enterprises, long fromBefore) {}

  /** How many enterprises reached a stage; empty where it cannot be told of this group. */
  public Optional<Long> reached(FunnelStage stage) {
    return stages.stream()
        .filter(one -> one.stage() == stage)
        .map(StageCount::enterprises)
        .findFirst();
  }
}
