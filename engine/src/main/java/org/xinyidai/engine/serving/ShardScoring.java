package org.xinyidai.engine.serving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.xinyidai.engine.dispute.Disputes;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.Touched;
import org.xinyidai.engine.store.View;
import org.xinyidai.models.dispute.Effect;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.history.History;
import org.xinyidai.models.score.Scorer;
import org.xinyidai.models.subject.Uscc;

/**
 * The scoring of one shard (分片评分): while one page is written, the next is read. Enterprises whose
 * kept vector is not what the facts give at the moment are computed after the rest. A page is in
 * the order of keys.
 */
final class ShardScoring {
  /** Rows that are scored and written together: a few megabytes of vectors, one synced write. */
  private static final int PAGE = 4_096;

  private final Parts parts;
  private final IntConsumer done;
  private final ScoreDigest digest;
  private final int[] positions;
  private final double[][] rows = new double[PAGE][];
  private final double[] probabilities = new double[PAGE];
  private final byte[][] stored = new byte[PAGE][];
  private final byte[][] digests = new byte[PAGE][];
  private byte[][] keys = new byte[PAGE][];
  private int filled;
  private CompletableFuture<Integer> writing = CompletableFuture.completedFuture(0);

  /** What all shards of a run share. */
  record Parts(Store store, Vectors vectors, Scorer scorer, BatchRun run, Moment at) {}

  /**
   * @param done told the number of enterprises of each page
   */
  ShardScoring(Parts parts, IntConsumer done) {
    this.parts = parts;
    this.done = done;
    this.digest = new ScoreDigest(parts.run().modelDigest());
    this.positions = parts.scorer().positions();
  }

  void score(int shard) {
    List<Uscc> toCompute = new ArrayList<>();
    parts.store().read(view -> scoreKept(view, shard, toCompute));
    flush();
    toCompute.sort(Comparator.naturalOrder());
    for (Uscc uscc : toCompute) {
      History known = parts.vectors().history(uscc, parts.at().knownAt());
      if (!known.isEmpty()) {
        UndisputedVector vector = parts.vectors().at(known, parts.at().asOf());
        byte[] key = FactKey.enterprise(parts.store().shards(), uscc);
        add(key, VectorCodec.encode(vector.vector()), vector.touched());
      }
    }
    flush();
    writing.join();
  }

  /** Leaves to the caller those that changed since they were kept, or are of another day. */
  private int scoreKept(View view, int shard, List<Uscc> toCompute) {
    Set<Uscc> touched = new HashSet<>(Touched.of(view, shard));
    Set<Uscc> withCases = Disputes.enterprises(view, shard);
    boolean quiet = touched.isEmpty() && withCases.isEmpty();
    parts
        .vectors()
        .forEachStored(
            view,
            shard,
            (key, vector) -> {
              boolean current = isOfMoment(vector);
              if (!quiet && current) {
                Uscc uscc = FactKey.usccOf(key);
                current =
                    !touched.contains(uscc)
                        && !(withCases.contains(uscc) && isDisputed(view, uscc));
              }
              if (!current) {
                touched.remove(FactKey.usccOf(key));
                toCompute.add(FactKey.usccOf(key));
              } else {
                add(key, vector, Map.of());
              }
            });
    toCompute.addAll(touched);
    return toCompute.size();
  }

  private boolean isOfMoment(byte[] vector) {
    return VectorCodec.isKnown(vector)
        && VectorCodec.epochDay(vector) == parts.at().asOf().toEpochDay()
        && !VectorCodec.knownAt(vector).isAfter(parts.at().knownAt());
  }

  private boolean isDisputed(View view, Uscc uscc) {
    return parts.vectors().isDisputed(view, uscc, parts.at().knownAt());
  }

  private void add(byte[] key, byte[] vector, Map<String, Effect> touched) {
    keys[filled] = key;
    stored[filled] = vector;
    rows[filled] = VectorCodec.values(vector, positions);
    digests[filled++] = digest.of(vector, touched);
    if (filled == PAGE) {
      flush();
    }
  }

  private void flush() {
    int count = filled;
    byte[][] written = keys;
    byte[][] values = new byte[count][];
    parts.scorer().probabilitiesOfDefault(Arrays.copyOf(rows, count), probabilities);
    for (int i = 0; i < count; i++) {
      int points = parts.scorer().points(probabilities[i]);
      values[i] =
          StoredRating.encode(
              parts.run().number(), points, probabilities[i], stored[i], digests[i]);
    }
    Map<Integer, byte[]> replaced = replaced(written, count);
    keys = new byte[PAGE][];
    filled = 0;
    writing.join();
    writing =
        parts
            .store()
            .submit(
                changes -> {
                  for (int i = 0; i < count; i++) {
                    changes.put(Family.RATINGS, written[i], values[i]);
                  }
                  replaced.forEach((i, before) -> keepBeside(changes, written[i], before));
                  return count;
                });
    done.accept(count);
  }

  private static void keepBeside(Changes changes, byte[] enterprise, byte[] before) {
    byte[] key = Ratings.pastKey(enterprise, StoredRating.digest(before));
    changes.put(Family.PAST_RATINGS, key, before);
  }

  /** The figures of a page that came of other inputs, to be kept beside: by place in the page. */
  private Map<Integer, byte[]> replaced(byte[][] page, int count) {
    if (count == 0) {
      return Map.of();
    }
    Map<Integer, byte[]> found = new HashMap<>();
    byte[] shard = {page[0][0]};
    parts
        .store()
        .read(
            view -> {
              try (Cursor held = view.scan(Family.RATINGS, shard, page[0])) {
                boolean more = held.next();
                for (int i = 0; more && i < count; i++) {
                  int order = Arrays.compareUnsigned(held.key(), page[i]);
                  while (order < 0 && held.next()) {
                    order = Arrays.compareUnsigned(held.key(), page[i]);
                  }
                  more = order >= 0;
                  if (order == 0) {
                    byte[] before = held.value();
                    if (StoredRating.isProvable(before)
                        && !Arrays.equals(StoredRating.digest(before), digests[i])) {
                      found.put(i, before);
                    }
                  }
                }
              }
              return count;
            });
    return found;
  }
}
