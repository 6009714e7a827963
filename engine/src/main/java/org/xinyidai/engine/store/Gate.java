package org.xinyidai.engine.store;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.xinyidai.engine.store.StoreException.Category;

/**
 * Lets calls in while the store is open. Closing waits until the last call has left; whoever comes
 * later gets an exception, never a crash of the process inside a freed native handle.
 */
final class Gate {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  <R> R inside(Supplier<R> work) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw closedStore();
      }
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Runs the work once, with nobody inside and nobody to come; false when closed before. */
  boolean close(Runnable work) {
    if (lock.getReadHoldCount() > 0) {
      throw new IllegalStateException("a store cannot be closed from inside a read of it");
    }
    lock.writeLock().lock();
    try {
      if (closed) {
        return false;
      }
      closed = true;
      work.run();
      return true;
    } finally {
      lock.writeLock().unlock();
    }
  }

  static StoreException closedStore() {
    return new StoreException(Category.INTERNAL, "the store is closed; open it again first");
  }
}
