package org.xinyidai.engine.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
   */
  public record Enterprise(Uscc uscc, long sequence) {}

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
        long sequence = ByteBuffer.wrap(cursor.value()).getLong();
        found.add(new Enterprise(FactKey.usccOf(cursor.key()), sequence));
      }
    }
    return found;
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
    byte[] stamp = ByteBuffer.allocate(Long.BYTES).putLong(changes.sequence()).array();
    changes.put(Family.TOUCHED, Arrays.copyOf(factKey, FactKey.ENTERPRISE_LENGTH), stamp);
  }
}
