package org.xinyidai.engine.store;

import java.util.Arrays;
import java.util.function.Consumer;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** A cursor over an iterator; it stands nowhere until {@link #seek}. */
final class RocksCursor implements Cursor {
  private final RocksIterator iterator;
  private final byte[] prefix;
  private final Opener opener;
  private final Consumer<RocksCursor> onClose;
  private byte[] key = new byte[0];
  private boolean started;

  RocksCursor(RocksIterator iterator, byte[] prefix, Opener opener, Consumer<RocksCursor> onClose) {
    this.iterator = iterator;
    this.prefix = prefix;
    this.opener = opener;
    this.onClose = onClose;
  }

  @Override
  public boolean next() {
    if (started && iterator.isValid()) {
      iterator.next();
    }
    started = true;
    if (!iterator.isValid()) {
      refuseBrokenEnd();
      return false;
    }
    key = iterator.key();
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }

  @Override
  public void seek(byte[] from) {
    iterator.seek(from);
    started = false;
  }

  @Override
  public byte[] key() {
    return key;
  }

  @Override
  public byte[] value() {
    return opener.open(key, iterator.value());
  }

  /** Makes values of the bytes that are stored. */
  @FunctionalInterface
  interface Opener {
    byte[] open(byte[] place, byte[] stored);
  }

  @Override
  public void close() {
    onClose.accept(this);
  }

  RocksIterator iterator() {
    return iterator;
  }

  /** An iterator also ends at a damaged block: that is no end, it is an error. */
  private void refuseBrokenEnd() {
    try {
      iterator.status();
    } catch (RocksDBException e) {
      throw Failures.ofRead(e);
    }
  }
}
