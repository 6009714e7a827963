package org.xinyidai.engine.screening;

import java.time.Instant;
import java.util.Set;
import org.xinyidai.models.screening.Screening;

/**
 * Everyone as screened until the next refresh (筛选快照).
 *
 * @param takenAt what was known by then is in it
 * @param modelId whose scores order it; empty where no model serves
 * @param positions of the attributes that it can be screened for
 */
public record Snapshot(Screening rows, Instant takenAt, String modelId, Set<Integer> positions) {
  public Snapshot {
    positions = Set.copyOf(positions);
  }
}
