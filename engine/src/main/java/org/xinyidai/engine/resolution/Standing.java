package org.xinyidai.engine.resolution;

import java.util.EnumMap;
import java.util.Map;
import org.xinyidai.engine.resolution.Case.Status;

/**
 * What became of the refused rows of a batch that lacked a code (归集情况): they were counted as
 * rejected, and are filed, queued, unresolved or dismissed now.
 */
public record Standing(long filed, long queued, long unresolved, long dismissed) {
  public static final Standing NONE = new Standing(0, 0, 0, 0);

  static Standing of(Map<Status, Long> counts) {
    EnumMap<Status, Long> each = new EnumMap<>(Status.class);
    each.putAll(counts);
    return new Standing(
        each.getOrDefault(Status.FILED_AUTOMATICALLY, 0L)
            + each.getOrDefault(Status.FILED_BY_PERSON, 0L),
        each.getOrDefault(Status.QUEUED, 0L),
        each.getOrDefault(Status.UNRESOLVED, 0L),
        each.getOrDefault(Status.DISMISSED, 0L));
  }
}
