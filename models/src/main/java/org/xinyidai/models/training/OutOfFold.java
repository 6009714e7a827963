package org.xinyidai.models.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.xinyidai.models.score.Evaluation;
import org.xinyidai.models.score.Evaluation.CalibrationBand;
import org.xinyidai.models.score.Evaluation.Spread;

/** Figures over the out-of-fold rows of all tasks. */
final class OutOfFold {
  private static final int BANDS = 10;

  /** A certain and wrong prediction costs much, not without end. */
  private static final double LEAST_PROBABILITY = 1e-12;

  private OutOfFold() {}

  static Evaluation evaluation(TrainingSet set, int folds, int repeats, List<FoldResult> results) {
    List<Ranking> rankings = results.stream().map(result -> ranking(set, result)).toList();
    int total = results.stream().mapToInt(result -> result.rows().length).sum();
    double[] probabilities = new double[total];
    boolean[] bad = new boolean[total];
    int filled = 0;
    for (FoldResult result : results) {
      int[] rows = result.rows();
      double[] ofRows = result.probabilities();
      for (int i = 0; i < rows.length; i++) {
        probabilities[filled] = ofRows[i];
        bad[filled++] = set.isBad(rows[i]);
      }
    }
    double squares = 0;
    double losses = 0;
    for (int i = 0; i < total; i++) {
      double miss = bad[i] ? 1 - probabilities[i] : probabilities[i];
      squares += miss * miss;
      losses -= Math.log(Math.max(LEAST_PROBABILITY, 1 - miss));
    }
    return new Evaluation(
        folds,
        repeats,
        spread(rankings.stream().mapToDouble(Ranking::auc).toArray()),
        spread(rankings.stream().mapToDouble(Ranking::ks).toArray()),
        squares / total,
        losses / total,
        bands(probabilities, bad));
  }

  static FoldFigures figures(TrainingSet set, FoldResult result, int repeat, int fold) {
    Ranking ranking = ranking(set, result);
    int[] rows = result.rows();
    double[] probabilities = result.probabilities();
    double squares = 0;
    int bads = 0;
    for (int i = 0; i < rows.length; i++) {
      double miss = (set.isBad(rows[i]) ? 1 : 0) - probabilities[i];
      squares += miss * miss;
      bads += set.isBad(rows[i]) ? 1 : 0;
    }
    return new FoldFigures(
        repeat, fold, rows.length, bads, ranking.auc(), ranking.ks(), squares / rows.length);
  }

  private static Ranking ranking(TrainingSet set, FoldResult result) {
    int[] rows = result.rows();
    boolean[] bad = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      bad[i] = set.isBad(rows[i]);
    }
    return Ranking.of(result.probabilities(), bad);
  }

  private static Spread spread(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Spread(mean, Math.sqrt(squares / Math.max(1, values.length - 1)));
  }

  private static List<CalibrationBand> bands(double[] probabilities, boolean[] bad) {
    int[] order = Ranking.order(probabilities);
    List<CalibrationBand> bands = new ArrayList<>();
    for (int band = 0; band < BANDS; band++) {
      int from = (int) ((long) order.length * band / BANDS);
      int to = (int) ((long) order.length * (band + 1) / BANDS);
      if (to > from) {
        double predicted =
            IntStream.range(from, to).mapToDouble(i -> probabilities[order[i]]).sum();
        long bads = IntStream.range(from, to).filter(i -> bad[order[i]]).count();
        bands.add(
            new CalibrationBand(to - from, predicted / (to - from), (double) bads / (to - from)));
      }
    }
    return bands;
  }
}
