package org.xinyidai.engine.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gives out the instants at which things become known and at which they are read, so that what was
 * read as known at an instant is never added to later: a reader gets an instant before that of the
 * group under way, a group gets one after all that readers got. Microseconds, never backwards while
 * the store is open.
 */
final class KnowledgeClock {
  private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

  private final InstantSource source;
  private Instant last = Instant.EPOCH;
  private @Nullable Instant deciding;

  KnowledgeClock(InstantSource source) {
    this.source = source;
  }

  /** The instant of the group that begins now. */
  synchronized Instant begin() {
    last = later(last.plus(TICK));
    deciding = last;
    return last;
  }

  /** The group is on the disk, or has failed. */
  synchronized void end() {
    deciding = null;
  }

  /** The newest instant of which everything known is on the disk. */
  synchronized Instant readable() {
    if (deciding != null) {
      return deciding.minus(TICK);
    }
    last = later(last);
    return last;
  }

  private Instant later(Instant earliest) {
    Instant now = source.instant().truncatedTo(ChronoUnit.MICROS);
    return now.isAfter(earliest) ? now : earliest;
  }
}
