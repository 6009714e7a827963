package org.xinyidai.engine.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.rocksdb.RocksIterator;

/**
 * Owns and counts native handles. None of them has a finalizer, and a parent must outlive its
 * children: so the long-lived are closed here in the reverse order of their opening, the
 * short-lived by whoever borrowed them.
 */
final class Handles {
  private final Deque<AutoCloseable> owned = new ArrayDeque<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger iterators = new AtomicInteger();

  /** Takes a handle that lives as long as the store. */
  <T extends AutoCloseable> T own(T handle) {
    owned.push(handle);
    open.incrementAndGet();
    return handle;
  }

  /** Counts a handle that its user gives back with {@link #release}. */
  <T extends AutoCloseable> T borrow(T handle) {
    open.incrementAndGet();
    if (handle instanceof RocksIterator) {
      iterators.incrementAndGet();
    }
    return handle;
  }

  void release(AutoCloseable handle) {
    close(handle);
    if (handle instanceof RocksIterator) {
      iterators.decrementAndGet();
    }
  }

  /** Closes what is owned, the youngest first. */
  void closeOwned() {
    while (!owned.isEmpty()) {
      close(owned.pop());
    }
  }

  int open() {
    return open.get();
  }

  /** Iterators among them: each holds back what it reads from being compacted away. */
  int iterators() {
    return iterators.get();
  }

  private void close(AutoCloseable handle) {
    try {
      handle.close();
    } catch (Exception e) {
      throw new IllegalStateException("a native handle did not close: " + handle, e);
    }
    open.decrementAndGet();
  }
}
