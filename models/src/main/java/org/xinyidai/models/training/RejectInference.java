package org.xinyidai.models.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.xinyidai.models.score.CompiledModel;

/**
 * Reject inference by parcelling (拒绝推断, 打包法): applicants who got no loan have no outcome, so a
 * model of loans alone knows none of their kind. A first model of the loans scores them; within
 * each band of its score as many are taken for bad, drawn by the seed, as the band's loans went
 * bad, times a factor. N. Siddiqi, Credit Risk Scorecards, 2006, chapter 6.
 *
 * <p>The outcomes so made are a guess. They may widen what a model is trained on; a model is judged
 * on real outcomes alone.
 */
public final class RejectInference {
  private static final int BANDS = 10;

  private final TrainingSet granted;
  private final double factor;
  private final long seed;

  /**
   * @param granted rows with real outcomes
   * @param factor by how much likelier a rejected applicant is bad than a granted one of the same
   *     score; 1 or more, for whoever refused had reasons beyond the score
   * @throws IllegalArgumentException when the factor is below 1
   */
  public RejectInference(TrainingSet granted, double factor, long seed) {
    if (!(factor >= 1)) {
      throw new IllegalArgumentException("factor " + factor + " is below 1");
    }
    this.granted = granted;
    this.factor = factor;
    this.seed = seed;
  }

  /**
   * What was inferred.
   *
   * @param set the granted rows and then the rejected ones with guessed outcomes
   * @param rejected how many of its rows are guessed
   * @param bads how many of these were taken for bad
   */
  public record Inferred(TrainingSet set, int rejected, int bads) {
    /** What a person must be told of it. */
    public String warningZh() {
      return "样本选择偏差：%d 个被拒者无真实结果，按打包法推断其中 %d 个为坏；推断结果只用于训练，不用于评估。".formatted(rejected, bads);
    }
  }

  /**
   * Guesses the outcomes of rejected applicants.
   *
   * @param rejected the same columns; its labels are not looked at
   * @throws IllegalArgumentException when the columns differ
   */
  public Inferred infer(TrainingSet rejected) {
    if (!rejected.columns().equals(granted.columns())) {
      throw new IllegalArgumentException("the rejected have other columns than the granted");
    }
    CardSettings settings = CardSettings.forSample(granted.size(), granted.bads());
    TrainedModel first = Trainer.train(granted, settings, seed, "granted", 0);
    double[] risks = risks(first, granted);
    int[] order =
        IntStream.range(0, risks.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> risks[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ceilings = new double[BANDS];
    double[] rates = new double[BANDS];
    for (int band = 0; band < BANDS; band++) {
      int from = (int) ((long) order.length * band / BANDS);
      int to = (int) ((long) order.length * (band + 1) / BANDS);
      ceilings[band] = band == BANDS - 1 ? Double.POSITIVE_INFINITY : risks[order[to - 1]];
      long bads = IntStream.range(from, to).filter(i -> granted.isBad(order[i])).count();
      rates[band] = Math.min(1, factor * bads / Math.max(1, to - from));
    }
    boolean[] guessed = guess(risks(first, rejected), ceilings, rates);
    return new Inferred(join(rejected, guessed), guessed.length, count(guessed));
  }

  private boolean[] guess(double[] risks, double[] ceilings, double[] rates) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean[] guessed = new boolean[risks.length];
    for (int row = 0; row < guessed.length; row++) {
      int band = 0;
      while (risks[row] > ceilings[band]) {
        band++;
      }
      guessed[row] = random.nextDouble() < rates[band];
    }
    return guessed;
  }

  private static double[] risks(TrainedModel model, TrainingSet set) {
    CompiledModel compiled = model.compiled();
    int[] positions = model.positionsIn(set);
    double[] risks = new double[set.size()];
    double[] values = new double[positions.length];
    for (int row = 0; row < risks.length; row++) {
      for (int i = 0; i < values.length; i++) {
        values[i] = set.value(row, positions[i]);
      }
      risks[row] = compiled.probabilityOfDefault(values);
    }
    return risks;
  }

  private TrainingSet join(TrainingSet rejected, boolean[] guessed) {
    int rows = granted.size() + rejected.size();
    double[][] values = new double[granted.columns().size()][rows];
    boolean[] bad = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      boolean real = row < granted.size();
      int own = real ? row : row - granted.size();
      bad[row] = real ? granted.isBad(own) : guessed[own];
      for (int column = 0; column < values.length; column++) {
        values[column][row] = (real ? granted : rejected).value(own, column);
      }
    }
    List<String> ids = new ArrayList<>();
    if (!granted.ids().isEmpty() && !rejected.ids().isEmpty()) {
      ids.addAll(granted.ids());
      ids.addAll(rejected.ids());
    }
    return new TrainingSet(granted.columns(), values, bad, ids);
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
