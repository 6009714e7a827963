package org.xinyidai.models.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.score.ModelCard;
import org.xinyidai.models.score.ModelCard.GroupFigures;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelCardsTest {
  private static final TrainingSet SET = Samples.lending(1_500, 3);
  private static final double SHIFTED = 0.25;
  private static final TrainedModel MODEL =
      Trainer.train(SET, CardSettings.forSample(SET.size(), SET.bads()), 8, "card-1", 0);
  private static final ModelCard CARD = card();

  private static ModelCard card() {
    CardSettings settings = CardSettings.forSample(SET.size(), SET.bads());
    CrossValidation validation = new CrossValidation(SET, settings, 3, 1, 8);
    List<FoldResult> folds = IntStream.range(0, 3).mapToObj(validation::run).toList();
    List<Double> risks = DoubleStream.of(validation.outOfFold(folds)).boxed().toList();
    return ModelCards.of(
        MODEL,
        SET,
        new ModelCards.Judged(validation.summarise(folds), folds, risks),
        List.of(
            Grouping.of(SET, Samples.column(SET, "trade")),
            Grouping.of(SET, Samples.column(SET, "months"))),
        ModelCards.Period.UNKNOWN);
  }

  @Test
  void the_card_names_the_sample_and_the_features_that_the_model_reads() {
    assertEquals(SET.digest(), CARD.sample().digest());
    assertEquals(8, CARD.sample().seed());
    List<String> named = CARD.features().stream().map(feature -> feature.name()).toList();
    assertTrue(named.containsAll(List.of("arrears", "months", "trade")), named.toString());
    assertEquals(
        named.stream().sorted().toList(),
        MODEL.model().inputs().stream().map(input -> input.name()).sorted().toList());
    assertEquals(4, CARD.limits().stream().filter(limit -> !limit.startsWith("按")).count());
  }

  @Test
  void random_folds_of_one_sample_are_stable() {
    assertEquals(3, CARD.stability().size());
    CARD.stability().forEach(part -> assertTrue(part.psi() < SHIFTED, part.toString()));
  }

  @Test
  void every_row_is_in_one_group_and_the_best_treated_group_is_the_measure() {
    List<GroupFigures> trades =
        CARD.fairness().stream().filter(group -> group.by().equals("trade")).toList();
    assertEquals(
        List.of("bakery", "mine", "shop"), trades.stream().map(GroupFigures::group).toList());
    assertEquals(SET.size(), trades.stream().mapToInt(GroupFigures::rows).sum());
    assertEquals(1, trades.stream().mapToDouble(GroupFigures::impact).max().orElseThrow(), 1e-12);
    GroupFigures mine = trades.get(1);
    assertTrue(mine.declined() > trades.get(0).declined(), "mines are riskier");
    assertTrue(Math.abs(mine.predicted() - mine.observed()) < 0.06, mine.toString());
  }

  @Test
  void numbers_are_grouped_by_quarter() {
    List<GroupFigures> months =
        CARD.fairness().stream().filter(group -> group.by().equals("months")).toList();
    assertEquals(4, months.size());
    months.forEach(group -> assertTrue(group.rows() > 300, group.toString()));
  }
}
