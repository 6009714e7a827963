package org.xinyidai.engine.store;

/**
 * Walks the entries under a prefix in key order. Lives at most as long as the read that opened it;
 * a read that opens many closes each.
 */
public interface Cursor extends AutoCloseable {
  /** Moves to the next entry, at first to the first; false when there is none. */
  boolean next();

  /** Stands so that {@link #next} finds the first entry at or behind a key. */
  void seek(byte[] from);

  /** The key of the current entry, a fresh array. */
  byte[] key();

  /** The value of the current entry, a fresh array. */
  byte[] value();

  @Override
  void close();
}
