package org.xinyidai.models.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CombinedColumnsTest {
  private static final String RATIO = "debt ÷ income";

  /** The risk lies in the ratio of two columns. */
  private static TrainingSet borrowers(int rows, boolean withRatio) {
    SplittableRandom random = new SplittableRandom(8);
    List<TrainingColumn> columns =
        new ArrayList<>(List.of(TrainingColumn.numeric("debt"), TrainingColumn.numeric("income")));
    if (withRatio) {
      columns.add(TrainingColumn.combined(RATIO));
    }
    double[][] values = new double[rows][];
    boolean[] bad = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      double debt = Math.exp(4 * random.nextDouble());
      double income = Math.exp(4 * random.nextDouble());
      bad[row] = random.nextDouble() < 1 / (1 + Math.exp(-Math.log(debt / income)));
      values[row] =
          withRatio ? new double[] {debt, income, debt / income} : new double[] {debt, income};
    }
    return TrainingSet.ofRows(columns, values, bad, List.of());
  }

  private static List<String> inputs(TrainedModel trained) {
    return trained.model().inputs().stream().map(input -> input.name()).toList();
  }

  @Test
  void a_card_leaves_them_out_and_says_why() {
    TrainingSet set = borrowers(1_200, true);
    CardSettings settings = CardSettings.forSample(set.size(), set.bads());
    TrainedModel card = Trainer.train(set, settings, 1, "card", 0);
    assertFalse(inputs(card).contains(RATIO));
    assertEquals(
        "only combines others: left to trees",
        card.columns().stream()
            .filter(report -> report.name().equals(RATIO))
            .findFirst()
            .orElseThrow()
            .fate());
  }

  @Test
  void boosted_trees_split_on_them_and_rank_no_worse() {
    TrainingSet with = borrowers(1_200, true);
    TrainingSet without = borrowers(1_200, false);
    TreeSettings settings = TreeSettings.boosted(with.size(), with.bads());
    assertTrue(inputs(Trainer.train(with, settings, 1, "trees", 0)).contains(RATIO));
    double auc = new CrossValidation(with, settings, 2, 1, 5).evaluate().auc().mean();
    double plain = new CrossValidation(without, settings, 2, 1, 5).evaluate().auc().mean();
    assertTrue(auc > plain - 0.002, auc + " with, " + plain + " without");
  }
}
