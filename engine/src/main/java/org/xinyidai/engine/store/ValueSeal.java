package org.xinyidai.engine.store;

/** What stands between the values that commands and readers know and the bytes on the disk. */
interface ValueSeal {
  /** Leaves everything as it is. */
  ValueSeal NONE =
      new ValueSeal() {
        @Override
        public byte[] place(Family family, byte[] key) {
          return key;
        }

        @Override
        public byte[] seal(Family family, byte[] place, byte[] value) {
          return value;
        }

        @Override
        public byte[] open(Family family, byte[] place, byte[] stored) {
          return stored;
        }
      };

  /** The key under which an entry is stored. */
  byte[] place(Family family, byte[] key);

  /** The bytes to store; for the writer's thread alone. */
  byte[] seal(Family family, byte[] place, byte[] value);

  /**
   * The value of stored bytes.
   *
   * @throws StoreException INTERNAL when they were altered, or moved there from another place
   */
  byte[] open(Family family, byte[] place, byte[] stored);
}
