package org.xinyidai.engine.store;

import java.time.Instant;
import java.util.Optional;

/**
 * State as it will be after this command: its own puts over those of earlier commands in the group
 * over the database. Arrays given and received are shared, not copied: never written to again.
 */
public interface Changes {
  /** The value that holds, empty where there is none. */
  Optional<byte[]> get(Family family, byte[] key);

  void put(Family family, byte[] key, byte[] value);

  void delete(Family family, byte[] key);

  /**
   * Has something done once this command is written; it is not done when the command is refused.
   * Runs on the writer's thread: it may wake others, and must not wait or fail.
   */
  void afterwards(Runnable told);

  /**
   * When this group becomes known; the same for all its commands, later than every group before.
   */
  Instant instant();

  /**
   * A number that is greater than that of every earlier group, across restarts: a stamp by which a
   * later reader recognises that nothing came after what it has seen.
   */
  long sequence();
}
