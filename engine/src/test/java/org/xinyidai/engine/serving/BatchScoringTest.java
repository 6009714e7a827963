package org.xinyidai.engine.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.score.CheckVector;
import org.xinyidai.models.score.GradeScale;
import org.xinyidai.models.score.LinearModel;
import org.xinyidai.models.score.LinearTerm;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchScoringTest {
  private static final int ENTERPRISES = 500;
  private static final LocalDate DAY = LocalDate.of(2024, 6, 30);

  @TempDir Path folder;

  private static ScoringModel model() {
    return new ScoringModel(
        "linear-1",
        FeatureCatalogue.CURRENT.version(),
        new LinearModel(
            -1,
            List.of(
                new LinearTerm(ModelInput.numeric("tax_rating_class"), -0.3, 3),
                new LinearTerm(ModelInput.numeric("age_months"), -0.01, 60))),
        Scaling.STANDARD,
        GradeScale.STANDARD,
        List.of(
            new CheckVector(
                Arrays.asList(Double.NaN, Double.NaN), 1 / (1 + Math.exp(1 + 0.9 + 0.6)))),
        Map.of());
  }

  private static List<FeatureVector> vectors() {
    SplittableRandom random = new SplittableRandom(20241122);
    int size = FeatureCatalogue.CURRENT.features().size();
    List<FeatureVector> vectors = new ArrayList<>();
    for (int i = 0; i < ENTERPRISES; i++) {
      double[] values = random.doubles(size, 0, 200).toArray();
      values[0] = random.nextInt(5) == 0 ? Double.NaN : values[0];
      vectors.add(
          new FeatureVector(
              Uscc.fromStem("91990101MA%06d".formatted(i)),
              FeatureCatalogue.CURRENT.version(),
              DAY,
              Instant.parse("2024-07-05T01:00:00Z"),
              values,
              new byte[size]));
    }
    return vectors;
  }

  @Test
  void the_batch_gives_every_enterprise_the_bits_of_its_online_answer() {
    try (Platform platform = Platform.open(folder, InstantSource.system())) {
      platform.models().keep(model());
      List<FeatureVector> vectors = vectors();
      platform.vectors().keep(vectors);
      BatchScoring batch =
          new BatchScoring(platform.store(), platform.vectors(), platform.scores());

      Moment at = new Moment(DAY, platform.store().instant());
      BatchRun run = batch.run(platform.models().find("linear-1").orElseThrow(), at, 2, done -> {});

      assertEquals(ENTERPRISES, run.scored());
      assertEquals(run, batch.ratings().lastRun().orElseThrow());
      for (FeatureVector vector : vectors) {
        Score online = platform.scores().score(vector, "linear-1").orElseThrow();
        StoredRating kept = batch.ratings().find(vector.uscc()).orElseThrow();
        assertEquals(online.probabilityOfDefault(), kept.probabilityOfDefault());
        assertEquals(online.points(), kept.points());
        assertEquals(DAY, kept.asOf());
        assertEquals(run.number(), kept.run());
      }
    }
  }
}
