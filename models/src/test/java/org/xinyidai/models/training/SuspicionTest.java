package org.xinyidai.models.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SuspicionTest {
  private static final TrainingSet HONEST = Samples.lending(1_000, 4);

  private static TrainingSet with(String name, double[] values) {
    List<TrainingColumn> columns = new ArrayList<>(HONEST.columns());
    columns.add(TrainingColumn.numeric(name));
    double[][] arrays = new double[columns.size()][];
    for (int i = 0; i < values.length && i < arrays.length - 1; i++) {
      arrays[i] = HONEST.column(i);
    }
    arrays[arrays.length - 1] = values;
    return new TrainingSet(columns, arrays, HONEST.labels(), List.of());
  }

  @Test
  void honest_columns_are_not_suspected() {
    assertEquals(List.of(), Suspicion.of(HONEST));
  }

  @Test
  void a_column_that_is_filled_for_bads_alone_is_suspected() {
    double[] lossDay = new double[HONEST.size()];
    for (int row = 0; row < lossDay.length; row++) {
      lossDay[row] = HONEST.isBad(row) ? row % 300 : Double.NaN;
    }
    Suspicion only = Suspicion.of(with("loss day", lossDay)).get(0);
    assertEquals("loss day", only.column());
    assertTrue(only.auc() > 0.99, "auc " + only.auc());
  }

  @Test
  void a_column_that_parts_the_outcomes_without_a_gap_is_suspected() {
    double[] loss = new double[HONEST.size()];
    for (int row = 0; row < loss.length; row++) {
      loss[row] = HONEST.isBad(row) ? 100 + row % 300 : 0;
    }
    assertEquals(1, Suspicion.of(with("loss", loss)).get(0).auc(), 1e-12);
  }
}
