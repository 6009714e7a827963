package org.xinyidai.engine.serving;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.engine.learning.ModelRegistry;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.score.SwapSet;

/**
 * What shadows say of the requests that the champion answers (影子评分). Of each enterprise the last
 * answer is kept, by shadow, so the room is bounded. A shadow neither delays nor fails an answer.
 */
public final class Shadows {
  private static final int BYTES = 2 * Double.BYTES;

  private final Store store;
  private final ModelRegistry models;
  private final Scores scores;

  public Shadows(Store store, ModelRegistry models, Scores scores) {
    this.store = store;
    this.models = models;
    this.scores = scores;
  }

  /** Scores the vector of an answered request by every shadow; kept soon after the call. */
  public void observe(FeatureVector vector, Score answer) {
    for (ServingModel shadow : models.shadows()) {
      double probability =
          scores.scorer(shadow).rate(List.of(vector)).get(0).probabilityOfDefault();
      byte[] key = key(shadow.id(), FactKey.enterprise(store.shards(), vector.uscc()));
      byte[] value =
          ByteBuffer.allocate(BYTES)
              .putDouble(answer.probabilityOfDefault())
              .putDouble(probability)
              .array();
      // Where too many changes wait this one is let go: the next request of the kind brings it.
      store
          .submit(
              changes -> {
                changes.put(Family.SHADOWS, key, value);
                return true;
              })
          .exceptionally(busy -> false);
    }
  }

  /**
   * The champion against one shadow on the enterprises that were asked for.
   *
   * @param acceptedShare 0 to 1
   */
  public SwapSet compare(String shadowId, double acceptedShare) {
    List<double[]> pairs =
        store.read(
            view -> {
              List<double[]> found = new ArrayList<>();
              try (Cursor cursor = view.scan(Family.SHADOWS, key(shadowId, new byte[0]))) {
                while (cursor.next()) {
                  ByteBuffer value = ByteBuffer.wrap(cursor.value());
                  found.add(new double[] {value.getDouble(), value.getDouble()});
                }
              }
              return found;
            });
    return SwapSet.of(
        pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
        pairs.stream().mapToDouble(pair -> pair[1]).toArray(),
        acceptedShare);
  }

  private static byte[] key(String shadowId, byte[] enterprise) {
    byte[] id = shadowId.getBytes(US_ASCII);
    return ByteBuffer.allocate(id.length + 1 + enterprise.length)
        .put(id)
        .put((byte) 0)
        .put(enterprise)
        .array();
  }
}
