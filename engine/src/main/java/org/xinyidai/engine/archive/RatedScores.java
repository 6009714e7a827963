package org.xinyidai.engine.archive;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.xinyidai.connectors.model.ModelFile;
import org.xinyidai.connectors.model.UnreadableModel;
import org.xinyidai.engine.serving.BatchRun;
import org.xinyidai.engine.serving.Ratings;
import org.xinyidai.engine.serving.StoredRating;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.history.History;
import org.xinyidai.models.score.Admission;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.score.Scorer;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.subject.Uscc;

/**
 * The scores of batch runs in the form of those that were served (批量评分还原). A run keeps figures and
 * a digest of the inputs alone; vector and reasons are computed from the facts when somebody looks,
 * and the replay tells by the digest whether they are those of then.
 */
final class RatedScores {
  private final Store store;
  private final Vectors vectors;
  private final Ratings ratings;

  RatedScores(Store store, Vectors vectors) {
    this.store = store;
    this.vectors = vectors;
    this.ratings = new Ratings(store);
  }

  Optional<StoredScore> find(ScoreId id) {
    return ratings.find(id.uscc(), id.digest()).map(rating -> restore(id.uscc(), rating));
  }

  List<StoredScore> of(Uscc uscc) {
    return ratings.of(uscc).stream().map(rating -> restore(uscc, rating)).toList();
  }

  private StoredScore restore(Uscc uscc, StoredRating rating) {
    BatchRun run =
        ratings
            .run(rating.run())
            .orElseThrow(() -> new IllegalStateException("run " + rating.run() + " is lost"));
    FeatureSchema schema = vectors.schema().at(rating.schemaVersion());
    History known = vectors.history(uscc, rating.knownAt());
    UndisputedVector again = vectors.at(schema, known, rating.asOf());
    ScoringModel model = model(run);
    Admission.Admitted admitted = (Admission.Admitted) model.admit();
    Score score = Scorer.of(model, admitted.model(), schema).score(again.vector());
    return new StoredScore(
        new ScoreId(uscc, rating.digest()),
        withFigures(score, rating, model),
        run.modelDigest(),
        again.vector(),
        again.touched(),
        run.startedAt());
  }

  private static Score withFigures(Score score, StoredRating rating, ScoringModel model) {
    double probability = rating.probabilityOfDefault();
    return new Score(
        score.uscc(),
        rating.points(),
        probability,
        model.grades().grade(probability),
        model.grades().stars(probability),
        score.reasons(),
        score.modelId(),
        score.schemaVersion(),
        score.asOf(),
        score.knownAt());
  }

  private ScoringModel model(BatchRun run) {
    byte[] digest = HexFormat.of().parseHex(run.modelDigest());
    byte[] file = store.read(view -> view.get(Family.SCORE_MODELS, digest)).orElseThrow();
    try {
      return ModelFile.read(file);
    } catch (UnreadableModel e) {
      throw new IllegalStateException("the model of run " + run.number() + " is damaged", e);
    }
  }
}
