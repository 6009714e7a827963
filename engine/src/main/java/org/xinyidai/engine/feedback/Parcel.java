package org.xinyidai.engine.feedback;

import java.time.Instant;
import java.util.List;

/**
 * A batch that is under way (在途批次), written before it is sent: after a crash the same records go
 * again under the same number.
 *
 * @param places of its records in the outbox, in order; what lies there never changes
 * @param composedAt part of what is sent, so that a repeat is the same to the byte
 * @param faults how often it failed while others got through
 */
record Parcel(long number, List<String> places, Instant composedAt, int faults) {
  Parcel {
    places = List.copyOf(places);
  }

  Parcel faulted() {
    return new Parcel(number, places, composedAt, faults + 1);
  }
}
