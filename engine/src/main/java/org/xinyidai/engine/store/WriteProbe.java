package org.xinyidai.engine.store;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether what is written still comes to the disk (可写探测). A store whose disk is full or whose log
 * failed goes on reading, so only a write tells. What was found holds for a while: whoever asks in
 * between, however often, costs the disk nothing.
 */
final class WriteProbe {
  /** A monitor asks every few seconds; a callers' balancer loses no more than this. */
  static final Duration HOLDS = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(WriteProbe.class);

  private final Runnable write;
  private final LongSupplier nanos;
  private boolean asked;
  private long askedAt;
  private @Nullable StoreException found;

  /**
   * @param write a synced write that leaves nothing behind; throws a {@link StoreException}
   * @param nanos a clock that only goes on
   */
  WriteProbe(Runnable write, LongSupplier nanos) {
    this.write = write;
    this.nanos = nanos;
  }

  /**
   * Passes while the store can write.
   *
   * @throws StoreException why it cannot, EXHAUSTED when the disk is full
   */
  synchronized void check() {
    long now = nanos.getAsLong();
    if (!asked || now - askedAt >= HOLDS.toNanos()) {
      boolean failed = found != null;
      found = fault();
      asked = true;
      askedAt = now;
      if (failed != (found != null)) {
        LOG.atError()
            .addKeyValue("category", found == null ? "none" : found.category())
            .log(found == null ? "the store can be written again" : "the store cannot be written");
      }
    }
    StoreException fault = found;
    if (fault != null) {
      throw fault;
    }
  }

  private @Nullable StoreException fault() {
    try {
      write.run();
      return null;
    } catch (StoreException e) {
      return e;
    }
  }
}
