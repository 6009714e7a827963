package org.xinyidai.engine.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.engine.learning.ModelRegistry;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.score.SwapSet;

/**
 * What shadows say of the requests that the champion answers (影子评分). Of each enterprise the last
 * answer is kept, by shadow, so the room is bounded. A shadow neither delays nor fails an answer.
 */
public final class Shadows {
  private static final int BYTES = 2 * Double.BYTES;
  private static final Reader READER = new Reader("platform", "xinyidai", Reader.Why.SHADOW, "");

  private final Store store;
  private final ModelRegistry models;
  private final Scores scores;
  private final ScoreArchive archive;

  public Shadows(Store store, ModelRegistry models, Scores scores, ScoreArchive archive) {
    this.store = store;
    this.models = models;
    this.scores = scores;
    this.archive = archive;
  }

  /**
   * Scores the vector of an answered request by every shadow; kept and archived soon after the
   * call.
   */
  public void observe(Scored answered) {
    UndisputedVector from = answered.from();
    for (ServingModel shadow : models.shadows()) {
      Score score = scores.scorer(shadow).score(from.vector());
      byte[] key = key(shadow.id(), FactKey.enterprise(store.shards(), score.uscc()));
      byte[] value =
          ByteBuffer.allocate(BYTES)
              .putDouble(answered.score().probabilityOfDefault())
              .putDouble(score.probabilityOfDefault())
              .array();
      // Where too many changes wait this one is let go: the next request of the kind brings it.
      store
          .submit(
              changes -> {
                changes.put(Family.SHADOWS, key, value);
                archive.put(changes, new Scored(from, score, shadow), READER);
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
