package org.xinyidai.models.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.score.Adviser.Choice;
import org.xinyidai.models.score.Adviser.Lever;
import org.xinyidai.models.score.Adviser.Move;

class AdviserPropertyTest {
  /** Of the last nobody is master. */
  private static final List<String> FEATURES =
      List.of(
          "tax_owed_fen_24m",
          "tax_overdue_count_12m",
          "sales_void_ratio_12m",
          "insured_persons_count_1m",
          "age_months");

  private static Scorer scorer(SplittableRandom random) {
    List<ModelInput> inputs = FEATURES.stream().map(ModelInput::numeric).toList();
    List<DecisionTree> trees = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int feature = random.nextInt(FEATURES.size());
      double effect = random.nextDouble(0.2, 1) * (feature >= 3 ? -1 : 1);
      trees.add(
          new DecisionTree(
              List.of(
                  new TreeNode(feature, (float) random.nextDouble(0, 10), true, 1, 2, 0, 2),
                  TreeNode.leaf(0, 1),
                  TreeNode.leaf(effect, 1))));
    }
    TreeEnsemble ensemble =
        new TreeEnsemble(
            inputs,
            IntStream.range(0, FEATURES.size()).mapToObj(TreeInput::number).toList(),
            -2,
            trees,
            Calibration.Platt.IDENTITY);
    ScoringModel model =
        new ScoringModel(
            "trees",
            FeatureCatalogue.CURRENT.version(),
            ensemble,
            Scaling.STANDARD,
            GradeScale.STANDARD,
            List.of(),
            Map.of());
    return Scorer.of(model, ensemble.compile(Scaling.STANDARD), FeatureCatalogue.CURRENT);
  }

  private static double[] row(SplittableRandom random) {
    return IntStream.range(0, FEATURES.size()).mapToDouble(i -> random.nextInt(12)).toArray();
  }

  @Property(tries = 300)
  void no_smaller_set_of_changes_earns_the_grade(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Scorer scorer = scorer(random);
    double[] row = row(random);
    Adviser adviser = new Adviser(scorer, ActionCatalogue.ALL);
    Advice advice = adviser.advise(row, Grade.B);
    double ceiling = GradeScale.STANDARD.ceiling(Grade.B);

    List<Choice> enough = new ArrayList<>();
    everyChoice(
        adviser.levers(row),
        0,
        new ArrayList<>(),
        choice -> {
          if (choice.moves().size() <= Adviser.MOST_STEPS
              && scorer.probabilityOfDefault(Adviser.moved(row, choice.moves())) <= ceiling) {
            enough.add(choice);
          }
        });
    assertEquals(!enough.isEmpty(), advice.reached());
    if (advice.reached()) {
      Choice least =
          enough.stream()
              .min(
                  Comparator.comparingInt((Choice choice) -> choice.moves().size())
                      .thenComparingInt(Choice::months)
                      .thenComparingDouble(Choice::effort))
              .orElseThrow();
      assertEquals(least.moves().size(), advice.steps().size());
      assertEquals(least.months(), advice.months());
      assertTrue(advice.after() <= ceiling);
    }
    for (Advice.Step step : advice.steps()) {
      assertTrue(!step.action().feature().equals("age_months"));
      assertEquals(step.action().rises(), step.to() > step.from());
    }
  }

  private interface Taker {
    void take(Choice choice);
  }

  private static void everyChoice(List<Lever> levers, int from, List<Move> chosen, Taker taker) {
    if (from == levers.size()) {
      taker.take(new Choice(List.copyOf(chosen)));
      return;
    }
    everyChoice(levers, from + 1, chosen, taker);
    for (int i = 0; i < levers.get(from).values().size(); i++) {
      chosen.add(new Move(levers.get(from), i));
      everyChoice(levers, from + 1, chosen, taker);
      chosen.remove(chosen.size() - 1);
    }
  }

  @Test
  void every_action_names_a_feature_of_the_catalogue() {
    for (Action action : ActionCatalogue.ALL) {
      assertTrue(FeatureCatalogue.CURRENT.position(action.feature()).isPresent(), action.feature());
    }
  }
}
