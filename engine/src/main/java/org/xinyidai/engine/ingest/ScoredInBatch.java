package org.xinyidai.engine.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.NewFact;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.subject.Uscc;

/**
 * Which enterprises with stored scores a batch brought facts to (批次涉及的已评分主体): noted in the same
 * write as the facts, one entry for each enterprise and instant, so that it can be told at any time
 * which scores a late or corrected delivery touches.
 */
public final class ScoredInBatch {
  private ScoredInBatch() {}

  /**
   * One enterprise that was scored before the batch spoke of it.
   *
   * @param knownAt the instant of the facts that came
   * @param writtenAt when they were written; the same but for a backfill
   */
  public record Enterprise(Uscc uscc, Instant knownAt, Instant writtenAt) {}

  static void mark(Changes changes, Batch batch, NewFact fact, Instant knownAt) {
    byte[] enterprise = fact.enterpriseKey();
    if (changes.get(Family.SCORED, enterprise).isEmpty()
        && changes.get(Family.RATINGS, enterprise).isEmpty()) {
      return;
    }
    byte[] prefix = prefix(batch.id());
    byte[] key =
        ByteBuffer.allocate(prefix.length + enterprise.length + Long.BYTES)
            .put(prefix)
            .put(enterprise)
            .putLong(micros(changes.instant()))
            .array();
    byte[] value = ByteBuffer.allocate(Long.BYTES).putLong(micros(knownAt)).array();
    changes.put(Family.SCORED_IN_BATCH, key, value);
  }

  /**
   * A page of them in the order of the store.
   *
   * @param skip entries of the pages before
   */
  public static List<Enterprise> of(Store store, String batchId, int skip, int limit) {
    byte[] prefix = prefix(batchId);
    return store.read(
        view -> {
          List<Enterprise> found = new ArrayList<>();
          int seen = 0;
          try (Cursor cursor = view.scan(Family.SCORED_IN_BATCH, prefix)) {
            while (found.size() < limit && cursor.next()) {
              if (seen++ >= skip) {
                found.add(enterprise(prefix.length, cursor.key(), cursor.value()));
              }
            }
          }
          return found;
        });
  }

  private static Enterprise enterprise(int from, byte[] key, byte[] value) {
    int end = from + FactKey.ENTERPRISE_LENGTH;
    Uscc uscc = FactKey.usccOf(Arrays.copyOfRange(key, from, end));
    return new Enterprise(
        uscc,
        instant(ByteBuffer.wrap(value).getLong()),
        instant(ByteBuffer.wrap(key).getLong(end)));
  }

  private static byte[] prefix(String batchId) {
    return (batchId + "\0").getBytes(UTF_8);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
