package org.xinyidai.models.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.score.DecisionTree;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.TreeInput;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CardTreesTest {
  private static final TrainingSet SET = Samples.lending(1_500, 21);
  private static final TrainedModel TRAINED =
      Trainer.train(SET, CardSettings.beside(SET.size(), SET.bads()), 3, "card", 0);
  private static final Scorecard CARD = (Scorecard) TRAINED.model().body();

  private static CardTrees trees() {
    return new CardTrees(CARD, TRAINED.positionsIn(SET), SET.columns().size());
  }

  private static double sum(List<DecisionTree> trees, List<TreeInput> inputs, double[] row) {
    float[] treeRow = new float[inputs.size()];
    for (int i = 0; i < treeRow.length; i++) {
      treeRow[i] = inputs.get(i).of(row[inputs.get(i).input()]);
    }
    return trees.stream().mapToDouble(tree -> tree.value(treeRow)).sum();
  }

  private static List<TreeInput> inputs(CardTrees trees) {
    List<TreeInput> inputs = new ArrayList<>(TreeColumns.of(SET, 3).inputs());
    inputs.addAll(trees.added());
    return inputs;
  }

  @Test
  void the_trees_say_of_every_row_what_the_card_says() {
    CardTrees trees = trees();
    assertTrue(CARD.characteristics().size() >= 3, CARD.inputs().toString());
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 2_000; i++) {
      double[] row = SET.row(random.nextInt(SET.size()));
      row[random.nextInt(row.length)] = Double.NaN;
      row[2] = i % 7 == 0 ? ModelInput.UNKNOWN_CATEGORY : row[2];
      row[1] = i % 5 == 0 ? -1 : row[1] + (i % 3) / 2.0;
      double expected = trees.margin(row) - trees.intercept();
      assertEquals(expected, sum(trees.trees(1), inputs(trees), row), 1e-9, "row " + i);
      assertEquals(0.4 * expected, sum(trees.trees(0.4), inputs(trees), row), 1e-9);
    }
  }

  @Test
  void the_rows_of_the_bins_are_the_cover_of_the_leaves() {
    for (DecisionTree tree : trees().trees(1)) {
      assertEquals(SET.size(), tree.nodes().get(0).cover(), 1e-3);
    }
  }

  @Test
  void boosted_trees_with_a_card_beside_are_served_as_one_ensemble() {
    TreeSettings settings = TreeSettings.boosted(SET.size(), SET.bads());
    assertTrue(settings.cardShare() > 0, settings.toString());
    TrainedModel blended = Trainer.train(SET, settings, 5, "blended", 0);
    assertEquals(CheckRows.COUNT, blended.model().checks().size());
    assertTrue(blended.compiled().features().contains("arrears"));
  }
}
