package org.xinyidai.models.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.xinyidai.models.score.CompiledModel;
import org.xinyidai.models.score.Evaluation;

/**
 * Repeated stratified cross-validation (重复分层交叉验证). The rows are split before anything is learnt
 * from them: bins, choice of variables, rounds and calibration all lie inside the fold. Each task
 * is pure and stands alone, so that a caller with threads may run several at once.
 */
public final class CrossValidation {
  private final TrainingSet set;
  private final ModelSettings settings;
  private final int folds;
  private final int repeats;
  private final long seed;

  /** The same arguments give the same figures. */
  public CrossValidation(
      TrainingSet set, ModelSettings settings, int folds, int repeats, long seed) {
    if (repeats < 1) {
      throw new IllegalArgumentException("repeats " + repeats);
    }
    this.set = set;
    this.settings = settings;
    this.folds = folds;
    this.repeats = repeats;
    this.seed = seed;
  }

  /** One task per fold and repeat. */
  public int taskCount() {
    return folds * repeats;
  }

  /** Trains on the other folds and predicts this one. */
  public FoldResult run(int task) {
    Folds partition = Folds.stratified(set.labels(), folds, seed + task / folds);
    TrainingSet outside = set.rows(partition.outside(task % folds));
    TrainedModel trained = Trainer.train(outside, settings, seed + task, "fold", 0);
    int[] inside = partition.inside(task % folds);
    int[] positions = trained.positionsIn(set);
    double[][] rows = new double[inside.length][positions.length];
    for (int i = 0; i < inside.length; i++) {
      for (int k = 0; k < positions.length; k++) {
        rows[i][k] = set.value(inside[i], positions[k]);
      }
    }
    CompiledModel model = trained.compiled();
    double[] probabilities = new double[inside.length];
    model.probabilitiesOfDefault(rows, probabilities);
    return new FoldResult(task, inside, probabilities);
  }

  /** All tasks one after another. */
  public Evaluation evaluate() {
    return summarise(IntStream.range(0, taskCount()).mapToObj(this::run).toList());
  }

  /**
   * Judges by all folds.
   *
   * @param results one of each task, in any order
   */
  public Evaluation summarise(List<FoldResult> results) {
    List<FoldResult> ordered = new ArrayList<>(results);
    ordered.sort(Comparator.comparingInt(FoldResult::task));
    int[] tasks = ordered.stream().mapToInt(FoldResult::task).toArray();
    if (!Arrays.equals(tasks, IntStream.range(0, taskCount()).toArray())) {
      throw new IllegalArgumentException("not one result of each task: " + Arrays.toString(tasks));
    }
    return OutOfFold.evaluation(set, folds, repeats, ordered);
  }

  /** What each fold says by itself, in the order of the results. */
  public List<FoldFigures> figures(List<FoldResult> results) {
    return results.stream()
        .map(result -> OutOfFold.figures(set, result, result.task() / folds, result.task() % folds))
        .toList();
  }

  /** The mean out-of-fold probability of each row over the repeats. */
  public double[] outOfFold(List<FoldResult> results) {
    double[] means = new double[set.size()];
    for (FoldResult result : results) {
      int[] rows = result.rows();
      double[] probabilities = result.probabilities();
      for (int i = 0; i < rows.length; i++) {
        means[rows[i]] += probabilities[i] / repeats;
      }
    }
    return means;
  }
}
