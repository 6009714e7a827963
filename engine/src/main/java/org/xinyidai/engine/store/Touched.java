package org.xinyidai.engine.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinyidai.models.subject.Uscc;

/**
 * Enterprises whose facts, or whose disputes about them, changed since their features were last
 * computed (待重算企业). Marked in the same write as the facts, so that a crash forgets neither or both.
 */
public final class Touched {
  private Touched() {}

  /**
   * One changed enterprise.
   *
   * @param sequence stamp of its last change; a later change has a greater one
   * @param at when that became known
   */
  public record Enterprise(Uscc uscc, long sequence, Instant at) {}

  /** The first marked enterprises in key order, at most {@code limit}: a page of work. */
  public static List<Enterprise> list(View view, int limit) {
    return list(view, new byte[0], limit);
  }

  /** Those behind an enterprise: the next page, without going over marks that were settled. */
  public static List<Enterprise> listAfter(View view, Shards shards, Enterprise last, int limit) {
    return list(view, FactKey.behindEnterprise(FactKey.enterprise(shards, last.uscc())), limit);
  }

  private static List<Enterprise> list(View view, byte[] from, int limit) {
    List<Enterprise> found = new ArrayList<>();
    try (Cursor cursor = view.scan(Family.TOUCHED, new byte[0], from)) {
      while (found.size() < limit && cursor.next()) {
        found.add(enterprise(cursor.key(), cursor.value()));
      }
    }
    return found;
  }

  private static Enterprise enterprise(byte[] key, byte[] value) {
    ByteBuffer stamp = ByteBuffer.wrap(value);
    long sequence = stamp.getLong();
    Instant at =
        stamp.hasRemaining()
            ? Instant.ofEpochSecond(stamp.getLong(), stamp.getInt())
            : Instant.EPOCH;
    return new Enterprise(FactKey.usccOf(key), sequence, at);
  }

  /** The marked enterprises of a shard. */
  public static Set<Uscc> of(View view, int shard) {
    Set<Uscc> found = new HashSet<>();
    try (Cursor cursor = view.scan(Family.TOUCHED, new byte[] {(byte) shard})) {
      while (cursor.next()) {
        found.add(FactKey.usccOf(cursor.key()));
      }
    }
    return found;
  }

  /** Whether an enterprise is marked. */
  public static boolean isMarked(View view, Shards shards, Uscc uscc) {
    return view.get(Family.TOUCHED, FactKey.enterprise(shards, uscc)).isPresent();
  }

  /**
   * Takes the mark away, unless facts came after the reader saw this stamp. To be called in the
   * command that stores what was computed.
   */
  public static void settle(Changes changes, Shards shards, Enterprise enterprise) {
    byte[] key = FactKey.enterprise(shards, enterprise.uscc());
    boolean unchanged =
        changes
            .get(Family.TOUCHED, key)
            .filter(stamp -> ByteBuffer.wrap(stamp).getLong() == enterprise.sequence())
            .isPresent();
    if (unchanged) {
      changes.delete(Family.TOUCHED, key);
    }
  }

  /** Marks an enterprise whose facts count otherwise from this change on, as a dispute does it. */
  public static void mark(Changes changes, Shards shards, Uscc uscc) {
    mark(changes, FactKey.enterprise(shards, uscc));
  }

  static void mark(Changes changes, byte[] factKey) {
    Instant at = changes.instant();
    byte[] stamp =
        ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
            .putLong(changes.sequence())
            .putLong(at.getEpochSecond())
            .putInt(at.getNano())
            .array();
    changes.put(Family.TOUCHED, Arrays.copyOf(factKey, FactKey.ENTERPRISE_LENGTH), stamp);
  }
}
