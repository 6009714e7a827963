package org.xinyidai.engine.serving;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.subject.Uscc;

/**
 * The figures that batch runs kept (批量评分结果库): of each enterprise the newest, and those that had
 * other inputs before. The same inputs again are the same figures, and kept once.
 */
public final class Ratings {
  private static final byte[] LAST_RUN = "r/last".getBytes(US_ASCII);

  private final Store store;

  public Ratings(Store store) {
    this.store = store;
  }

  /** The newest figures of an enterprise; empty when no run has met it. */
  public Optional<StoredRating> find(Uscc uscc) {
    byte[] key = FactKey.enterprise(store.shards(), uscc);
    return store
        .read(view -> view.get(Family.RATINGS, key))
        .filter(StoredRating::isProvable)
        .map(StoredRating::decode);
  }

  /** The figures that came of inputs of a digest; empty when there are none. */
  public Optional<StoredRating> find(Uscc uscc, String digest) {
    return find(uscc)
        .filter(newest -> newest.digest().equals(digest))
        .or(
            () ->
                store
                    .read(view -> view.get(Family.PAST_RATINGS, pastKey(uscc, digest)))
                    .map(StoredRating::decode));
  }

  /** All figures of an enterprise, the newest first. */
  public List<StoredRating> of(Uscc uscc) {
    List<StoredRating> found = new ArrayList<>(find(uscc).stream().toList());
    store.read(
        view -> {
          byte[] prefix = FactKey.enterprise(store.shards(), uscc);
          try (Cursor cursor = view.scan(Family.PAST_RATINGS, prefix)) {
            while (cursor.next()) {
              found.add(StoredRating.decode(cursor.value()));
            }
          }
          return found;
        });
    found.sort((a, b) -> Long.compare(b.run(), a.run()));
    return found;
  }

  /**
   * Hands over the figures that a run gave and no later one replaced, in the order of the store.
   */
  public void forEach(BatchRun run, BiConsumer<Uscc, StoredRating> reader) {
    store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.RATINGS, new byte[0])) {
            while (cursor.next()) {
              byte[] value = cursor.value();
              if (StoredRating.run(value) == run.number()) {
                reader.accept(FactKey.usccOf(cursor.key()), StoredRating.decode(value));
              }
            }
          }
          return run;
        });
  }

  /** A run; empty when there was none of that number. */
  public Optional<BatchRun> run(long number) {
    return store
        .read(view -> view.get(Family.BATCH_RUNS, runKey(number)))
        .map(bytes -> StoredJson.read(bytes, BatchRun.class));
  }

  /** The last run that ended; empty before the first. */
  public Optional<BatchRun> lastRun() {
    return store
        .read(view -> view.get(Family.BATCH_RUNS, LAST_RUN))
        .map(bytes -> StoredJson.read(bytes, BatchRun.class));
  }

  /** Notes that a run begins, with its model for the proof of its scores. */
  BatchRun begin(ModelDigests.Digested model, String modelId) {
    return store.execute(
        changes -> {
          byte[] digest = HexFormat.of().parseHex(model.digest());
          if (changes.get(Family.SCORE_MODELS, digest).isEmpty()) {
            changes.put(Family.SCORE_MODELS, digest, model.file());
          }
          BatchRun run =
              new BatchRun(changes.sequence(), modelId, model.digest(), changes.instant(), 0);
          put(changes, runKey(run.number()), run);
          return run;
        });
  }

  /** Notes that a run has ended. */
  BatchRun end(BatchRun run, long scored) {
    BatchRun ended = run.ended(scored);
    return store.execute(
        changes -> {
          put(changes, runKey(run.number()), ended);
          put(changes, LAST_RUN, ended);
          return ended;
        });
  }

  private byte[] pastKey(Uscc uscc, String digest) {
    return pastKey(FactKey.enterprise(store.shards(), uscc), HexFormat.of().parseHex(digest));
  }

  static byte[] pastKey(byte[] enterprise, byte[] digest) {
    return ByteBuffer.allocate(enterprise.length + digest.length)
        .put(enterprise)
        .put(digest)
        .array();
  }

  private static void put(Changes changes, byte[] key, BatchRun run) {
    changes.put(Family.BATCH_RUNS, key, StoredJson.write(run));
  }

  private static byte[] runKey(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }
}
