package org.xinyidai.engine.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.DoubleStream;
import org.xinyidai.models.score.Evaluation;
import org.xinyidai.models.score.ModelCard;
import org.xinyidai.models.training.CrossValidation;
import org.xinyidai.models.training.FoldResult;
import org.xinyidai.models.training.Grouping;
import org.xinyidai.models.training.ModelCards;
import org.xinyidai.models.training.ModelSettings;
import org.xinyidai.models.training.TrainedModel;
import org.xinyidai.models.training.Trainer;
import org.xinyidai.models.training.TrainingSet;

/** Trains a model and judges it out of fold, the folds side by side (模型训练与评估). */
public final class Learner {
  private final int threads;

  /**
   * @param threads folds that run at once; the figures do not depend on it
   */
  public Learner(int threads) {
    this.threads = threads;
  }

  /**
   * How a model is trained and judged.
   *
   * @param id names the model
   * @param seed of all that is random
   */
  public record Plan(
      String id, int schemaVersion, ModelSettings settings, int folds, int repeats, long seed) {
    public int tasks() {
      return folds * repeats;
    }
  }

  /**
   * A model trained on all rows, and what models so trained are worth on rows they never saw.
   *
   * @param card for whoever signs the model
   */
  public record Learnt(TrainedModel trained, Evaluation evaluation, ModelCard card) {}

  /**
   * The rows of a training.
   *
   * @param judged rows with real outcomes alone
   * @param trained the rows of the model that is kept, some of them perhaps with guessed outcomes
   * @param groupings of the judged rows, whose treatment is compared; may be empty
   * @param period that the judged rows span
   */
  public record Rows(
      TrainingSet judged, TrainingSet trained, List<Grouping> groupings, ModelCards.Period period) {
    public Rows {
      groupings = List.copyOf(groupings);
    }
  }

  /**
   * Judges by cross-validation, then trains on all rows.
   *
   * @param done told the number of folds done
   * @throws IllegalArgumentException when the set holds no good or no bad rows
   */
  public Learnt learn(Rows rows, Plan plan, LongConsumer done) {
    CrossValidation validation =
        new CrossValidation(
            rows.judged(), plan.settings(), plan.folds(), plan.repeats(), plan.seed());
    List<FoldResult> results = folds(validation, done);
    Evaluation evaluation = validation.summarise(results);
    TrainedModel model =
        Trainer.train(
            rows.trained(), plan.settings(), plan.seed(), plan.id(), plan.schemaVersion());
    List<Double> risks = DoubleStream.of(validation.outOfFold(results)).boxed().toList();
    ModelCard card =
        ModelCards.of(
            model,
            rows.judged(),
            new ModelCards.Judged(evaluation, results, risks),
            rows.groupings(),
            rows.period());
    return new Learnt(model, evaluation, card);
  }

  /**
   * Runs all folds, several at once.
   *
   * @param done told the number of folds done
   */
  public List<FoldResult> folds(CrossValidation validation, LongConsumer done) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      AtomicLong finished = new AtomicLong();
      List<Future<FoldResult>> running = new ArrayList<>();
      for (int task = 0; task < validation.taskCount(); task++) {
        int one = task;
        running.add(
            workers.submit(
                () -> {
                  FoldResult result = validation.run(one);
                  done.accept(finished.incrementAndGet());
                  return result;
                }));
      }
      List<FoldResult> results = new ArrayList<>();
      for (Future<FoldResult> result : running) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("a fold failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while folds ran", e);
    } finally {
      workers.shutdownNow();
    }
  }
}
