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
import org.xinyidai.engine.store.View;

/**
 * The answers that are kept for repeats (幂等记录), by key and with the instant of the first: for a
 * day, then the key is free again. A second entry in the order of instants leads to those that are
 * past their day, so that forgetting them looks at no others. Batches of records have no such end,
 * for their receipts stay.
 */
public final class IdempotencyRecords {
  /** Whoever has had no answer tries again within minutes, or the next morning at the latest. */
  public static final Duration KEPT = Duration.ofHours(24);

  /** Records that are forgotten by one command. */
  private static final int PAGE = 1_024;

  /** Instants of this century begin so; a key is shorter than a mark, should one begin so too. */
  private static final byte[] MARKS = new byte[4];

  private static final int KEY_BYTES = 32;
  private static final int MARK_BYTES = Long.BYTES + KEY_BYTES;

  private IdempotencyRecords() {}

  static Optional<byte[]> find(Changes changes, byte[] key) {
    return held(changes.get(Family.IDEMPOTENCY, key), changes.instant());
  }

  static Optional<byte[]> find(View view, byte[] key, Instant now) {
    return held(view.get(Family.IDEMPOTENCY, key), now);
  }

  static void put(Changes changes, byte[] key, byte[] value) {
    long second = changes.instant().getEpochSecond();
    byte[] stamped =
        ByteBuffer.allocate(Long.BYTES + value.length).putLong(second).put(value).array();
    changes.put(Family.IDEMPOTENCY, key, stamped);
    changes.put(Family.IDEMPOTENCY, mark(second, key), new byte[0]);
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
      page = store.read(view -> old(view.scan(Family.IDEMPOTENCY, MARKS), now));
      List<byte[]> marks = page;
      forgotten += marks.isEmpty() ? 0 : store.execute(changes -> forget(changes, marks));
    } while (page.size() == PAGE);
    return forgotten;
  }

  /**
   * Forgets all answers that were kept for an account, at once.
   *
   * @return records forgotten
   */
  static long forgetOf(Store store, String accountId) {
    byte[] prefix = KeyedRequest.ofCaller(accountId);
    List<byte[]> keys =
        store.read(
            view -> {
              List<byte[]> found = new ArrayList<>();
              try (Cursor cursor = view.scan(Family.IDEMPOTENCY, prefix)) {
                while (cursor.next()) {
                  found.add(mark(second(cursor.value()), cursor.key()));
                }
              }
              return found;
            });
    if (!keys.isEmpty()) {
      store.execute(
          changes -> {
            for (byte[] mark : keys) {
              changes.delete(Family.IDEMPOTENCY, Arrays.copyOfRange(mark, Long.BYTES, mark.length));
              changes.delete(Family.IDEMPOTENCY, mark);
            }
            return keys.size();
          });
    }
    return keys.size();
  }

  private static long forget(Changes changes, List<byte[]> marks) {
    long forgotten = 0;
    for (byte[] mark : marks) {
      byte[] key = Arrays.copyOfRange(mark, Long.BYTES, mark.length);
      // A key that was used again since then has a later mark of its own.
      if (find(changes, key).isEmpty()) {
        changes.delete(Family.IDEMPOTENCY, key);
        forgotten++;
      }
      changes.delete(Family.IDEMPOTENCY, mark);
    }
    return forgotten;
  }

  private static List<byte[]> old(Cursor marks, Instant now) {
    List<byte[]> found = new ArrayList<>();
    long last = now.minus(KEPT).getEpochSecond();
    try (marks) {
      while (found.size() < PAGE && marks.next() && second(marks.key()) <= last) {
        if (marks.key().length == MARK_BYTES) {
          found.add(marks.key());
        }
      }
    }
    return found;
  }

  private static Optional<byte[]> held(Optional<byte[]> stored, Instant now) {
    return stored
        .filter(value -> Math.abs(now.getEpochSecond() - second(value)) < KEPT.toSeconds())
        .map(value -> Arrays.copyOfRange(value, Long.BYTES, value.length));
  }

  private static byte[] mark(long second, byte[] key) {
    return ByteBuffer.allocate(Long.BYTES + key.length).putLong(second).put(key).array();
  }

  private static long second(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getLong();
  }
}
