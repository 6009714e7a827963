package org.xinyidai.connectors.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.models.score.Admission;
import org.xinyidai.models.score.CompiledModel;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.training.CardSettings;
import org.xinyidai.models.training.ModelSettings;
import org.xinyidai.models.training.Trainer;
import org.xinyidai.models.training.TrainingSet;
import org.xinyidai.models.training.TreeSettings;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelFileTest {
  private static final long SEED = 20261121L;
  private static final int ROWS = 600;
  private static final int VECTORS = 10_000;

  @ParameterizedTest
  @ValueSource(strings = {"card", "xgboost"})
  void scores_are_equal_to_the_bit_after_a_round_trip(String kind) throws UnreadableModel {
    ScoringModel model = trained(kind);
    ScoringModel again = ModelFile.read(ModelFile.write(model));
    assertEquals(model, again);
    CompiledModel before = compiled(model);
    CompiledModel after = compiled(again);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < VECTORS; i++) {
      double[] row = row(random, model.inputs().size());
      assertEquals(before.probabilityOfDefault(row), after.probabilityOfDefault(row));
    }
  }

  @Test
  void the_same_model_gives_the_same_bytes() {
    assertArrayEquals(ModelFile.write(trained("card")), ModelFile.write(trained("card")));
  }

  @Test
  void a_tampered_model_is_read_but_refused_by_its_check_vectors() throws UnreadableModel {
    String text = new String(ModelFile.write(trained("card")), StandardCharsets.UTF_8);
    String tampered = text.replaceFirst("\"intercept\":-?[0-9.E-]+", "\"intercept\":0.125");
    assertTrue(!text.equals(tampered));
    ScoringModel model = ModelFile.read(tampered.getBytes(StandardCharsets.UTF_8));
    assertInstanceOf(Admission.Refused.class, model.admit());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1]", "{\"format\":1}", "{\"format\":1,\"model\":{\"id\":1}}"})
  void what_is_no_model_file_is_refused(String text) {
    assertThrows(
        UnreadableModel.class, () -> ModelFile.read(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static ScoringModel trained(String kind) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[][] rows = new double[ROWS][];
    boolean[] bad = new boolean[ROWS];
    for (int i = 0; i < ROWS; i++) {
      rows[i] = row(random, 3);
      double risk = Double.isNaN(rows[i][0]) ? 0.5 : 1 / (1 + Math.exp(-rows[i][0]));
      bad[i] = random.nextDouble() < risk * 0.6;
    }
    TrainingSet set = TrainingSet.ofRows(List.of("a", "b", "c"), rows, bad);
    ModelSettings settings =
        kind.equals("card")
            ? CardSettings.forSample(set.size(), set.bads())
            : TreeSettings.boosted(set.size(), set.bads());
    return Trainer.train(set, settings, SEED, kind, 1).model();
  }

  private static double[] row(SplittableRandom random, int size) {
    double[] row = new double[size];
    for (int i = 0; i < size; i++) {
      row[i] = random.nextInt(10) == 0 ? Double.NaN : random.nextDouble(-3, 3);
    }
    return row;
  }

  private static CompiledModel compiled(ScoringModel model) {
    return assertInstanceOf(Admission.Admitted.class, model.admit()).model();
  }
}
