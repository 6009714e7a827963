package org.xinyidai.engine.supervision;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinyidai.engine.supervision.FunnelLine.StageCount;
import org.xinyidai.models.product.Text;

/** Counts one line while enterprises are read. */
final class LineCount {
  private final Map<FunnelStage, Long> reached = new EnumMap<>(FunnelStage.class);
  private final Map<FunnelStage, Long> fromBefore = new EnumMap<>(FunnelStage.class);
  private LendingSum lending = LendingSum.NONE;

  /** Counts an enterprise. */
  void add(Set<FunnelStage> stages) {
    for (FunnelStage stage : stages) {
      reached.merge(stage, 1L, Long::sum);
      if (stage.before().map(stages::contains).orElse(true)) {
        fromBefore.merge(stage, 1L, Long::sum);
      }
    }
  }

  /** Counts an application. */
  void add(LendingSum one) {
    lending = lending.plus(one);
  }

  /**
   * The line.
   *
   * @param ofApplications whether only what applications tell can be told of this group
   */
  FunnelLine line(String key, Text title, boolean ofApplications) {
    List<StageCount> counts =
        Arrays.stream(FunnelStage.values())
            .filter(stage -> !ofApplications || stage.isOfApplications())
            .map(stage -> count(stage, ofApplications && stage == FunnelStage.APPLIED))
            .toList();
    return new FunnelLine(key, title, counts, lending);
  }

  private StageCount count(FunnelStage stage, boolean first) {
    long all = reached.getOrDefault(stage, 0L);
    return new StageCount(stage, all, first ? all : fromBefore.getOrDefault(stage, 0L));
  }
}
