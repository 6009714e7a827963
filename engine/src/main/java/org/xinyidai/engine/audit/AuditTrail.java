package org.xinyidai.engine.audit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.xinyidai.engine.audit.Verdict.Break;
import org.xinyidai.engine.store.AuditChain;
import org.xinyidai.engine.store.AuditChain.Head;
import org.xinyidai.engine.store.AuditEntry;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.View;

/** The audit of a store, read and verified (审计追踪). */
public final class AuditTrail {
  private static final byte[] BEFORE_ALL = new byte[AuditChain.DIGEST_BYTES];

  private final Store store;

  public AuditTrail(Store store) {
    this.store = store;
  }

  /** The end of the chain as the store knows it; number 0 before the first entry. */
  public Head head() {
    return store.read(AuditChain::head);
  }

  /**
   * Entries in order.
   *
   * @param after the number after which the page begins, 0 for the start
   */
  public List<AuditEntry> page(long after, int limit) {
    return store.read(
        view -> {
          List<AuditEntry> page = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.AUDIT, new byte[0], AuditChain.key(after + 1))) {
            while (page.size() < limit && cursor.next()) {
              page.add(AuditChain.entry(entryOf(cursor.value())));
            }
          }
          return page;
        });
  }

  /** Follows the whole chain, comparing it with heads that were signed and kept elsewhere. */
  public Verdict verify(List<Head> kept) {
    return store.read(view -> verify(view, kept));
  }

  private static Verdict verify(View view, List<Head> kept) {
    Function<Long, List<Head>> keptAt =
        number -> kept.stream().filter(head -> head.number() == number).toList();
    long number = 0;
    byte[] digest = BEFORE_ALL;
    try (Cursor cursor = view.sweep(Family.AUDIT, new byte[0])) {
      while (cursor.next()) {
        long found = ByteBuffer.wrap(cursor.key()).getLong();
        if (found != number + 1) {
          return Verdict.broken(number, Break.MISSING, number + 1);
        }
        byte[] stored = cursor.value();
        byte[] entry = entryOf(stored);
        digest = AuditChain.link(digest, entry);
        if (stored.length < digest.length
            || !Arrays.equals(digest, 0, digest.length, stored, 0, digest.length)) {
          return Verdict.broken(number, Break.ALTERED, found);
        }
        number = found;
        for (Head head : keptAt.apply(number)) {
          if (!Arrays.equals(head.link(), digest)) {
            return Verdict.broken(number, Break.REWRITTEN, number);
          }
        }
      }
    }
    return end(AuditChain.head(view), kept, number, digest);
  }

  private static Verdict end(Head head, List<Head> kept, long number, byte[] digest) {
    long latest = kept.stream().mapToLong(Head::number).max().orElse(0);
    if (head.number() > number || latest > number) {
      return Verdict.broken(number, Break.CUT, number + 1);
    }
    if (head.number() < number || !Arrays.equals(head.link(), digest)) {
      return Verdict.broken(number, Break.ADDED, head.number() + 1);
    }
    return Verdict.whole(number);
  }

  private static byte[] entryOf(byte[] stored) {
    return stored.length <= AuditChain.DIGEST_BYTES
        ? new byte[0]
        : Arrays.copyOfRange(stored, AuditChain.DIGEST_BYTES, stored.length);
  }
}
