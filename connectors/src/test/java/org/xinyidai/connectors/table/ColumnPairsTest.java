package org.xinyidai.connectors.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.training.Sense;
import org.xinyidai.models.training.TrainingColumn;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ColumnPairsTest {
  private static final List<TrainingColumn> COLUMNS =
      List.of(
          TrainingColumn.numeric("debt"),
          new TrainingColumn(new ModelInput("late", List.of(), List.of(98.0)), Sense.ANY));
  private static final List<double[]> VALUES =
      List.of(new double[] {6, 8, 10, Double.NaN, 20, 7}, new double[] {2, 0, 98, 1, 4, 5});

  private static List<ColumnPairs.Pair> pairs(Set<Integer> leftOut) {
    return ColumnPairs.of(COLUMNS, VALUES, leftOut);
  }

  @Test
  void two_numbers_give_their_product_and_their_ratio() {
    List<ColumnPairs.Pair> pairs = pairs(Set.of());
    assertEquals(
        List.of("debt × late", "debt ÷ late"),
        pairs.stream().map(pair -> pair.column().name()).toList());
    assertTrue(pairs.stream().allMatch(pair -> pair.column().combined()));
    assertEquals(12, pairs.get(0).values()[0]);
    assertEquals(3, pairs.get(1).values()[0]);
  }

  @Test
  void missing_and_codes_stay_missing_and_nothing_below_the_line_stands_beyond_all() {
    double[] ratio = pairs(Set.of()).get(1).values();
    assertTrue(Double.isNaN(ratio[2]));
    assertTrue(Double.isNaN(ratio[3]));
    assertEquals(8e9, ratio[1]);
  }

  @Test
  void a_part_of_a_sum_is_left_out_and_a_wide_table_has_no_pairs() {
    assertEquals(List.of(), pairs(Set.of(1)));
    List<TrainingColumn> many = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    IntStream.range(0, 21)
        .forEach(
            i -> {
              many.add(TrainingColumn.numeric("c" + i));
              values.add(new double[] {1, 2, 3, 4, 5, 6});
            });
    assertEquals(List.of(), ColumnPairs.of(many, values, Set.of()));
    assertEquals(56, ColumnPairs.of(many.subList(0, 20), values.subList(0, 20), Set.of()).size());
  }
}
