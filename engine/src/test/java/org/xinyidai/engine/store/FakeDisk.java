package org.xinyidai.engine.store;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.xinyidai.engine.store.StoreException.Category;

/** A database in memory whose writes wait for a permit each and can be told to fail. */
final class FakeDisk implements Disk {
  private final Map<Family, TreeMap<byte[], byte[]>> entries = new EnumMap<>(Family.class);
  final Semaphore writeStarted = new Semaphore(0);
  final Semaphore mayFinish = new Semaphore(0);
  private volatile boolean full;
  private long sequence;

  void fill() {
    full = true;
  }

  void free() {
    full = false;
  }

  @Override
  public synchronized byte[] get(Family family, byte[] key) {
    return family(family).get(key);
  }

  Optional<byte[]> find(Family family, byte[] key) {
    return Optional.ofNullable(get(family, key));
  }

  @Override
  public synchronized long sequence() {
    return sequence;
  }

  @Override
  public void write(Overlay changes) {
    writeStarted.release();
    mayFinish.acquireUninterruptibly();
    if (full) {
      throw new StoreException(Category.EXHAUSTED, "full, as the test asked");
    }
    synchronized (this) {
      sequence++;
      changes.entries().forEach(this::apply);
    }
  }

  private void apply(Family family, SortedPuts puts) {
    for (int i = 0; i < puts.size(); i++) {
      if (puts.value(i) == Overlay.DELETED) {
        family(family).remove(puts.key(i));
      } else {
        family(family).put(puts.key(i), puts.value(i));
      }
    }
  }

  private Map<byte[], byte[]> family(Family family) {
    return entries.computeIfAbsent(family, f -> new TreeMap<>(Arrays::compareUnsigned));
  }
}
