package org.xinyidai.engine.store;

import org.jspecify.annotations.Nullable;

/** What the writer needs of the database; a port, so that tests can fail or stall a write. */
interface Disk {
  byte @Nullable [] get(Family family, byte[] key);

  /** The number of the newest write. */
  long sequence();

  /**
   * Writes all of it or nothing, and returns only when it is on the disk.
   *
   * @throws StoreException with the category of the failure
   */
  void write(Overlay changes);
}
