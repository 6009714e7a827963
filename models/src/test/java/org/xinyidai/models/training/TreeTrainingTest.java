package org.xinyidai.models.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.score.CompiledModel;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TreeTrainingTest {
  private static final TrainingSet SET = Samples.lending(1_500, 11);

  private static TreeSettings few(TreeSettings from, int rounds, int trees) {
    return new TreeSettings(
        from.kind(),
        rounds,
        from.choosesRounds(),
        trees,
        from.learningRate(),
        from.depth(),
        from.minimumWeight(),
        from.rowShare(),
        from.columnShare(),
        from.ridge(),
        2,
        from.cardShare(),
        from.monotoneByData(),
        3,
        from.scaling(),
        from.grades());
  }

  private static TrainedModel boosted() {
    return Trainer.train(SET, few(TreeSettings.boosted(1_500, 400), 60, 1), 5, "trees-1", 0);
  }

  @Test
  void zero_and_missing_are_told_apart() {
    int rows = 400;
    double[][] values = new double[rows][2];
    boolean[] bad = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      values[row][0] = row % 3 == 0 ? Double.NaN : row % 3 == 1 ? 0 : 1;
      values[row][1] = row % 7;
      bad[row] = row % 3 == 0 || row % 50 == 1;
    }
    TrainingSet set = TrainingSet.ofRows(List.of("x", "y"), values, bad);
    TrainedModel trained = Trainer.train(set, TreeSettings.boosted(rows, 140), 3, "t", 0);
    CompiledModel model = trained.compiled();
    int x = model.features().indexOf("x");
    double[] row = new double[model.features().size()];
    row[x] = 0;
    double atZero = model.probabilityOfDefault(row);
    row[x] = Double.NaN;
    assertTrue(model.probabilityOfDefault(row) > atZero + 0.3);
  }

  @Test
  void the_compiled_trees_repeat_tribuo_and_the_same_seed_gives_the_same_model() {
    TrainedModel first = boosted();
    assertEquals(CheckRows.COUNT, first.model().checks().size());
    assertEquals(first.compiled().features(), boosted().compiled().features());
    assertEquals(first, boosted());
  }

  @Test
  void a_forest_is_compiled_and_ranks_rows_it_did_not_see() {
    TreeSettings forest = few(TreeSettings.forest(1_500, 400), 1, 60);
    Ranking ranking = heldOut(Trainer.train(SET, forest, 5, "forest-1", 0));
    assertTrue(ranking.auc() > 0.75, "auc " + ranking.auc());
  }

  @Test
  void boosting_ranks_rows_it_did_not_see() {
    Ranking ranking = heldOut(boosted());
    assertTrue(ranking.auc() > 0.78, "auc " + ranking.auc());
  }

  private static Ranking heldOut(TrainedModel trained) {
    TrainingSet others = Samples.lending(2_000, 12);
    CompiledModel model = trained.compiled();
    int[] positions = trained.positionsIn(others);
    double[] risks = new double[others.size()];
    for (int row = 0; row < risks.length; row++) {
      double[] values = new double[positions.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = others.value(row, positions[i]);
      }
      risks[row] = model.probabilityOfDefault(values);
    }
    return Ranking.of(risks, others.labels());
  }

  @Test
  void a_declared_sense_binds_the_trees_everywhere() {
    List<TrainingColumn> columns =
        SET.columns().stream()
            .map(
                column ->
                    column.name().equals("months")
                        ? new TrainingColumn(
                            org.xinyidai.models.score.ModelInput.numeric("months"),
                            Sense.RISK_FALLS)
                        : column)
            .toList();
    double[][] values = new double[columns.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = SET.column(i);
    }
    TrainingSet declared = new TrainingSet(columns, values, SET.labels(), List.of());
    CompiledModel model =
        Trainer.train(declared, few(TreeSettings.boosted(1_500, 400), 60, 1), 5, "t", 0).compiled();
    int months = model.features().indexOf("months");
    for (double arrears = 0; arrears < 6; arrears++) {
      double before = 1;
      for (int month = 0; month < 120; month++) {
        double[] row = new double[model.features().size()];
        row[model.features().indexOf("arrears")] = arrears;
        row[months] = month;
        double probability = model.probabilityOfDefault(row);
        assertTrue(probability <= before, "month " + month);
        before = probability;
      }
    }
  }
}
