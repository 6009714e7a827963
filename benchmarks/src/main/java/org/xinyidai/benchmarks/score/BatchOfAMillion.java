package org.xinyidai.benchmarks.score;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.xinyidai.benchmarks.vectors.SyntheticVectors;
import org.xinyidai.benchmarks.vectors.VectorStore;
import org.xinyidai.engine.learning.ModelRegistry;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.serving.BatchRun;
import org.xinyidai.engine.serving.BatchScoring;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.serving.StoredRating;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.score.Admission;
import org.xinyidai.models.score.Calibration;
import org.xinyidai.models.score.CheckVector;
import org.xinyidai.models.score.CompiledModel;
import org.xinyidai.models.score.DecisionTree;
import org.xinyidai.models.score.GradeScale;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.score.TreeEnsemble;
import org.xinyidai.models.score.TreeInput;
import org.xinyidai.models.score.TreeNode;

/**
 * Scores a million stored vectors end to end by 200 trees of depth 6: read from the store, score,
 * write. Then asks for every one of them online, with reasons, and counts the differences.
 *
 * <p>Arguments: the folder of the vector store, the number of vectors, and {@code compare} to count
 * the differences.
 */
public final class BatchOfAMillion {
  private static final int TREES = 200;
  private static final int DEPTH = 6;

  /** A model reads some sixty features, here every third. */
  private static final int FEATURES = 60;

  private static final int STRIDE = 3;
  private static final int THREADS = 2;
  private static final int RUNS = 3;

  private BatchOfAMillion() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "vectors-benchmark");
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : VectorStore.MILLION;
    try (Store store = VectorStore.open(folder, count)) {
      Vectors vectors = new Vectors(store, FeatureCatalogue.CURRENT);
      ModelRegistry models = new ModelRegistry(store);
      Scores scores = new Scores(models, FeatureCatalogue.CURRENT);
      ServingModel model = model();
      BatchScoring batch = new BatchScoring(store, vectors, scores);
      Moment moment = new Moment(SyntheticVectors.AS_OF, store.instant());
      for (int i = 0; i < RUNS; i++) {
        long start = System.nanoTime();
        BatchRun run = batch.run(model, moment, THREADS, done -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
            Locale.ROOT,
            "%,d vectors read, scored and written in %.2f s: %,.0f a second%n",
            run.scored(),
            seconds,
            run.scored() / seconds);
      }
      if (arguments.length > 2) {
        compare(store, vectors, scores.scorer(model)::score, batch);
      }
    }
  }

  private interface Online {
    Score score(FeatureVector vector);
  }

  private static void compare(Store store, Vectors vectors, Online online, BatchScoring batch) {
    AtomicLong compared = new AtomicLong();
    AtomicLong different = new AtomicLong();
    IntStream.range(0, store.shards().count())
        .parallel()
        .forEach(
            shard ->
                vectors.forEach(
                    shard,
                    vector -> {
                      Score score = online.score(vector);
                      StoredRating kept = batch.ratings().find(vector.uscc()).orElseThrow();
                      boolean same =
                          Double.doubleToRawLongBits(kept.probabilityOfDefault())
                                  == Double.doubleToRawLongBits(score.probabilityOfDefault())
                              && kept.points() == score.points()
                              && kept.asOf().equals(score.asOf());
                      compared.incrementAndGet();
                      different.addAndGet(same ? 0 : 1);
                    }));
    System.out.printf(
        Locale.ROOT,
        "%,d compared with the online answer, %,d different%n",
        compared.get(),
        different.get());
  }

  private static ServingModel model() {
    SplittableRandom random = new SplittableRandom(20_241_122);
    int features = FEATURES;
    List<ModelInput> inputs =
        IntStream.range(0, features)
            .mapToObj(i -> FeatureCatalogue.CURRENT.features().get(i * STRIDE).name())
            .map(ModelInput::numeric)
            .toList();
    TreeEnsemble ensemble =
        new TreeEnsemble(
            inputs,
            IntStream.range(0, features).mapToObj(TreeInput::number).toList(),
            -1,
            IntStream.range(0, TREES).mapToObj(tree -> tree(random, features)).toList(),
            Calibration.Platt.IDENTITY);
    double[] nothing = new double[features];
    Arrays.fill(nothing, Double.NaN);
    CompiledModel compiled = ensemble.compile(Scaling.STANDARD);
    CheckVector check =
        new CheckVector(
            IntStream.range(0, features).mapToObj(i -> Double.NaN).toList(),
            compiled.probabilityOfDefault(nothing));
    ScoringModel model =
        new ScoringModel(
            "benchmark",
            FeatureCatalogue.CURRENT.version(),
            ensemble,
            Scaling.STANDARD,
            GradeScale.STANDARD,
            List.of(check),
            Map.of());
    return new ServingModel(model, ((Admission.Admitted) model.admit()).model());
  }

  private static DecisionTree tree(SplittableRandom random, int features) {
    int splits = (1 << DEPTH) - 1;
    List<TreeNode> nodes = new ArrayList<>();
    for (int i = 0; i < 2 * splits + 1; i++) {
      double cover = 1 << (DEPTH - (31 - Integer.numberOfLeadingZeros(i + 1)));
      nodes.add(
          i < splits
              ? new TreeNode(
                  random.nextInt(features),
                  (float) Math.exp(random.nextDouble(-1, 12)),
                  random.nextBoolean(),
                  2 * i + 1,
                  2 * i + 2,
                  0,
                  cover)
              : TreeNode.leaf(random.nextDouble(-0.05, 0.05), cover));
    }
    return new DecisionTree(nodes);
  }
}
