package org.xinyidai.models.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.xinyidai.models.score.CompiledModel;
import org.xinyidai.models.score.Evaluation;
import org.xinyidai.models.score.ModelCard;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.ScoringModel;

/**
 * The card of a model that was trained elsewhere (外部模型卡): the model is judged as it stands on
 * labelled rows of ours, in parts, so that the figures have a spread.
 */
public final class OutsideModelCard {
  /** Parts that the rows are judged in; each needs a good and a bad row. */
  public static final int PARTS = 5;

  private static final String LIMIT = "模型由外部引入，训练样本未知；若其训练样本与本卡样本重叠，各项指标偏高。";

  private OutsideModelCard() {}

  /**
   * The card.
   *
   * @param set labelled rows; a feature that it lacks counts as missing in all of them
   * @param seed of the parts
   * @throws IllegalArgumentException when there are fewer good or bad rows than parts
   */
  public static ModelCard of(
      ScoringModel model,
      TrainingSet set,
      List<Grouping> groupings,
      ModelCards.Period period,
      long seed) {
    if (Math.min(set.bads(), set.size() - set.bads()) < PARTS) {
      throw new IllegalArgumentException(
          "each of %d parts needs good and bad rows, not %d bad of %d"
              .formatted(PARTS, set.bads(), set.size()));
    }
    double[] risks = risks(model, set);
    Folds parts = Folds.stratified(set.labels(), PARTS, seed);
    List<FoldResult> results =
        IntStream.range(0, PARTS).mapToObj(part -> result(parts, part, risks)).toList();
    Evaluation evaluation = OutOfFold.evaluation(set, PARTS, 1, results);
    ModelCard card =
        ModelCards.of(
            new TrainedModel(model, reports(model, set)),
            set,
            new ModelCards.Judged(evaluation, results, Arrays.stream(risks).boxed().toList()),
            groupings,
            period);
    List<String> limits = new ArrayList<>(card.limits());
    limits.add(0, LIMIT);
    return card.withLimits(limits);
  }

  private static double[] risks(ScoringModel model, TrainingSet set) {
    CompiledModel compiled = model.body().compile(model.scaling());
    int[] positions = new TrainedModel(model, List.of()).positionsIn(set);
    double[][] rows = new double[set.size()][positions.length];
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < positions.length; i++) {
        rows[row][i] = positions[i] < 0 ? Double.NaN : set.value(row, positions[i]);
      }
    }
    double[] risks = new double[rows.length];
    compiled.probabilitiesOfDefault(rows, risks);
    return risks;
  }

  private static FoldResult result(Folds parts, int part, double[] risks) {
    int[] inside = parts.inside(part);
    return new FoldResult(part, inside, IntStream.of(inside).mapToDouble(i -> risks[i]).toArray());
  }

  private static List<ColumnReport> reports(ScoringModel model, TrainingSet set) {
    List<String> read = model.inputs().stream().map(ModelInput::name).toList();
    int[] columns =
        IntStream.range(0, set.columns().size())
            .filter(column -> read.contains(set.columns().get(column).name()))
            .toArray();
    TrainingSet judged = set.columns(columns);
    BinningSettings binning = BinningSettings.forSample(set.size(), set.bads());
    List<String> fates = Arrays.stream(columns).mapToObj(column -> "chosen").toList();
    return ColumnReports.of(judged, new Binner(binning).bin(judged), fates);
  }
}
