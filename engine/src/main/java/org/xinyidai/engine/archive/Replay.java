package org.xinyidai.engine.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.xinyidai.connectors.model.ModelFile;
import org.xinyidai.connectors.model.UnreadableModel;
import org.xinyidai.engine.serving.ScoreDigest;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.score.Admission;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.score.Scorer;
import org.xinyidai.models.score.ScoringModel;

/**
 * Computes a stored score again from the facts, as known then, with the model of then (评分重放), and
 * compares it to the bit (C26): whatever came in later must not show.
 */
public final class Replay {
  private final ScoreArchive archive;
  private final Vectors vectors;

  public Replay(ScoreArchive archive, Vectors vectors) {
    this.archive = archive;
    this.vectors = vectors;
  }

  /**
   * One thing that is not as it was.
   *
   * @param what such as {@code points} or {@code vector.tax_paid_fen_12m}
   */
  public record Difference(String what, String stored, String recomputed) {}

  /**
   * What a replay found.
   *
   * @param elements of the vector that were compared
   * @param differences none when the score is proved
   */
  public record Report(StoredScore stored, int elements, List<Difference> differences) {
    public Report {
      differences = List.copyOf(differences);
    }

    public boolean identical() {
      return differences.isEmpty();
    }
  }

  /** Replays one score. */
  public Report of(StoredScore stored) {
    FeatureVector before = stored.vector();
    FeatureSchema schema = vectors.schema().at(before.schemaVersion());
    UndisputedVector again =
        vectors.at(schema, vectors.history(before.uscc(), before.knownAt()), before.asOf());
    List<Difference> differences = new ArrayList<>();
    add(differences, "disputed", new TreeMap<>(stored.touched()), new TreeMap<>(again.touched()));
    vector(differences, schema, before, again.vector());
    String inputs = new ScoreDigest(stored.modelDigest()).of(again);
    add(differences, "inputs", stored.id().digest(), inputs);
    String digest = DigestUtils.sha256Hex(archive.model(stored.modelDigest()));
    if (!digest.equals(stored.modelDigest())) {
      return differing(stored, "modelDigest", stored.modelDigest(), digest);
    }
    Admission admission = model(stored).admit();
    if (!(admission instanceof Admission.Admitted admitted)) {
      return differing(stored, "model", "admitted", ((Admission.Refused) admission).reason());
    }
    Scorer scorer = Scorer.of(model(stored), admitted.model(), schema);
    score(differences, stored.score(), scorer.score(again.vector()));
    return new Report(stored, before.size(), differences);
  }

  private ScoringModel model(StoredScore stored) {
    try {
      return ModelFile.read(archive.model(stored.modelDigest()));
    } catch (UnreadableModel e) {
      throw new IllegalStateException("the model of score " + stored.id() + " is damaged", e);
    }
  }

  private static void vector(
      List<Difference> into, FeatureSchema schema, FeatureVector before, FeatureVector again) {
    List<FeatureDefinition> features = schema.features();
    for (int i = 0; i < before.size(); i++) {
      String name = "vector." + features.get(i).name();
      add(into, name, bits(before.value(i)), bits(again.value(i)));
      add(into, name + ".missing", before.missing(i), again.missing(i));
    }
  }

  private static void score(List<Difference> into, Score before, Score again) {
    add(into, "points", before.points(), again.points());
    add(
        into,
        "probabilityOfDefault",
        bits(before.probabilityOfDefault()),
        bits(again.probabilityOfDefault()));
    add(into, "grade", before.grade(), again.grade());
    add(into, "stars", before.stars(), again.stars());
    add(into, "reasons", before.reasons(), again.reasons());
  }

  /** The bits of a number, as people can read them and nothing is lost. */
  private static String bits(double value) {
    return Double.toHexString(value) + " (" + value + ")";
  }

  private static void add(List<Difference> into, String what, Object stored, Object again) {
    if (!stored.equals(again)) {
      into.add(new Difference(what, stored.toString(), again.toString()));
    }
  }

  private static Report differing(StoredScore stored, String what, Object before, Object again) {
    return new Report(
        stored, 0, List.of(new Difference(what, before.toString(), again.toString())));
  }
}
