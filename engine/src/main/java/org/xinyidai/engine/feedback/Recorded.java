package org.xinyidai.engine.feedback;

import java.util.Map;
import org.xinyidai.engine.outbox.Outbox.Held;

/** A result and how it stands at each tier that was told of it or shall be (单条回传记录). */
public record Recorded(Held held, Map<Tier, RecordState> states) {
  public Recorded {
    states = Map.copyOf(states);
  }

  /** Where nothing is known it waits. */
  public RecordState at(Tier tier) {
    return states.getOrDefault(tier, RecordState.NEW);
  }
}
