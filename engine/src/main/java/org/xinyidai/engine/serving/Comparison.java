package org.xinyidai.engine.serving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.score.Rating;
import org.xinyidai.models.score.Scorer;
import org.xinyidai.models.score.SwapSet;

/** Champion and challenger on every kept vector (冠军挑战者比较). */
public final class Comparison {
  /** Rows that are scored together. */
  private static final int PAGE = 1_024;

  /** What any comparison must say: outcomes are known of those alone whom a model let through. */
  public static final String BIAS_ZH = "样本选择偏差：只有获得贷款的企业有还款结果，换入企业的风险只是模型的估计，须小额试点或拒绝推断后再下结论";

  public static final String BIAS_EN =
      "Selection bias: only those who got a loan have an outcome; for those who would come in, risk"
          + " is the models' guess alone. Try small loans or reject inference before deciding";

  private final Store store;
  private final Vectors vectors;
  private final Scores scores;

  public Comparison(Store store, Vectors vectors, Scores scores) {
    this.store = store;
    this.vectors = vectors;
    this.scores = scores;
  }

  /**
   * Compares two models where both accept the same share.
   *
   * @param acceptedShare 0 to 1
   */
  public SwapSet compare(ServingModel champion, ServingModel challenger, double acceptedShare) {
    Run first = new Run(scores.scorer(champion));
    Run second = new Run(scores.scorer(challenger));
    List<FeatureVector> page = new ArrayList<>(PAGE);
    for (int shard = 0; shard < store.shards().count(); shard++) {
      vectors.forEach(
          shard,
          vector -> {
            page.add(vector);
            if (page.size() == PAGE) {
              first.rate(page);
              second.rate(page);
              page.clear();
            }
          });
    }
    first.rate(page);
    second.rate(page);
    return SwapSet.of(first.probabilities(), second.probabilities(), acceptedShare);
  }

  /** The probabilities that one model gives, in the order of the store. */
  private static final class Run {
    private final Scorer scorer;
    private double[] probabilities = new double[PAGE];
    private int filled;

    Run(Scorer scorer) {
      this.scorer = scorer;
    }

    void rate(List<FeatureVector> page) {
      if (filled + page.size() > probabilities.length) {
        probabilities = Arrays.copyOf(probabilities, 2 * probabilities.length + page.size());
      }
      for (Rating rating : scorer.rate(page)) {
        probabilities[filled++] = rating.probabilityOfDefault();
      }
    }

    double[] probabilities() {
      return Arrays.copyOf(probabilities, filled);
    }
  }
}
