package org.xinyidai.engine.store;

import java.util.Optional;

/** All families at one moment, between two groups of changes. Lives inside {@link Store#read}. */
public interface View {
  /** The value that held, empty where there is none. */
  Optional<byte[]> get(Family family, byte[] key);

  /** The entries whose keys begin with the prefix, in key order; an empty prefix means all. */
  default Cursor scan(Family family, byte[] prefix) {
    return scan(family, prefix, prefix);
  }

  /**
   * The same, beginning at a key under the prefix: the way to read on where a page ended.
   *
   * @param from the first key wanted; need not exist
   */
  Cursor scan(Family family, byte[] prefix, byte[] from);

  /**
   * The entries under a prefix for a reader that will take most of them: reads ahead in large steps
   * and leaves what others have warm in the cache.
   */
  Cursor sweep(Family family, byte[] prefix);
}
