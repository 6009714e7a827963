package org.xinyidai.engine.evaluation;

import java.util.List;
import org.xinyidai.models.score.Evaluation.CalibrationBand;
import org.xinyidai.models.score.ModelCard.GroupFigures;
import org.xinyidai.models.score.ModelCard.Stability;
import org.xinyidai.models.training.ColumnReport;
import org.xinyidai.models.training.FoldFigures;

/**
 * All that an evaluation found, in the form of its report file (评估报告). Every figure is out of fold:
 * bins, choice of variables, encoding, tuning and calibration are learnt inside each fold anew.
 *
 * @param data name of the data set or file
 * @param digest SHA-256 of names, values and labels
 * @param columns that a model may use
 * @param seconds that the folds took
 * @param features by falling information value on all rows
 * @param stability PSI of the score of each fold against all others
 * @param fairness by the columns that were named or that speak of size, place or age
 * @param limits where a model so trained must not be used
 * @param notes what was left out or taken another way
 * @param warnings what a person should look into
 */
public record EvaluationReport(
    String data,
    String digest,
    int rows,
    int bads,
    int columns,
    String model,
    int folds,
    int repeats,
    long seed,
    Figure auc,
    Figure ks,
    double gini,
    double brier,
    double logLoss,
    List<CalibrationBand> calibration,
    double seconds,
    List<FoldFigures> perFold,
    List<ColumnReport> features,
    List<Stability> stability,
    List<GroupFigures> fairness,
    List<String> limits,
    List<String> notes,
    List<String> warnings) {

  /**
   * A figure of ranking.
   *
   * @param mean over the folds
   * @param sd standard deviation over the folds
   * @param pooled over all rows, each by its mean out-of-fold probability
   */
  public record Figure(double mean, double sd, double pooled) {}
}
