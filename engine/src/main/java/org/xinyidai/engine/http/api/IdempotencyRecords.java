package org.xinyidai.engine.http.api;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/**
 * The answers that are kept for repeats (幂等记录), by key and with the instant of the first: for a
 * day, then the key is free again. Batches of records have no such end, for their receipts stay.
 */
public final class IdempotencyRecords {
  /** Whoever has had no answer tries again within minutes, or the next morning at the latest. */
  public static final Duration KEPT = Duration.ofHours(24);

  /** Records that are forgotten by one command. */
  private static final int PAGE = 1_024;

  private IdempotencyRecords() {}

  static Optional<byte[]> find(Changes changes, byte[] key) {
    return changes
        .get(Family.IDEMPOTENCY, key)
        .filter(value -> holds(value, changes.instant()))
        .map(value -> Arrays.copyOfRange(value, Long.BYTES, value.length));
  }

  static void put(Changes changes, byte[] key, byte[] value) {
    byte[] stamped =
        ByteBuffer.allocate(Long.BYTES + value.length)
            .putLong(changes.instant().getEpochSecond())
            .put(value)
            .array();
    changes.put(Family.IDEMPOTENCY, key, stamped);
  }

  /**
   * Forgets what is older than a day.
   *
   * @return records forgotten
   */
  public static long forget(Store store, Instant now) {
    long forgotten = 0;
    List<byte[]> page;
    do {
      page = store.read(view -> old(view.scan(Family.IDEMPOTENCY, new byte[0]), now));
      List<byte[]> keys = page;
      forgotten +=
          store.execute(
              changes -> {
                keys.forEach(key -> changes.delete(Family.IDEMPOTENCY, key));
                return keys.size();
              });
    } while (page.size() == PAGE);
    return forgotten;
  }

  private static List<byte[]> old(Cursor records, Instant now) {
    List<byte[]> found = new ArrayList<>();
    try (records) {
      while (found.size() < PAGE && records.next()) {
        if (!holds(records.value(), now)) {
          found.add(records.key());
        }
      }
    }
    return found;
  }

  private static boolean holds(byte[] value, Instant now) {
    long age = now.getEpochSecond() - ByteBuffer.wrap(value).getLong();
    return Math.abs(age) < KEPT.toSeconds();
  }
}
