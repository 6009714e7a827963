package org.xinyidai.connectors.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.xinyidai.connectors.model.ModelMapping;
import org.xinyidai.connectors.model.UnreadableModel;
import org.xinyidai.models.score.CompiledModel;
import org.xinyidai.models.score.LinearModel;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.score.TreeEnsemble;

/** What a graph says here is what the reference runtime of ONNX says of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OnnxModelTest {
  private static final long SEED = 20261122;
  private static final int VECTORS = 10_000;
  private static final int WIDTH = 5;

  private final SplittableRandom random = new SplittableRandom(SEED);

  private static ModelMapping mapping(String factorAndMissing, String more) throws UnreadableModel {
    String features =
        String.join(
            ",",
            IntStream.range(0, WIDTH)
                .mapToObj(i -> "{\"feature\":\"f" + i + "\"" + factorAndMissing + "}")
                .toList());
    String text =
        "{\"id\":\"bank-1\",\"institution\":\"银行\",\"features\":[" + features + "]" + more + "}";
    return ModelMapping.read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Values on the thresholds and beside them, missing ones and plain ones. */
  private float[][] rows(float missing) {
    float[][] rows = new float[VECTORS][WIDTH];
    for (float[] row : rows) {
      for (int i = 0; i < WIDTH; i++) {
        float value = random.nextInt(-300, 300) / 100f;
        row[i] =
            switch (random.nextInt(8)) {
              case 0 -> missing;
              case 1 -> Math.nextUp(value);
              case 2 -> Math.nextDown(value);
              case 3 -> (float) random.nextDouble(-1e6, 1e6);
              default -> value;
            };
      }
    }
    return rows;
  }

  private static void assertEqual(byte[] graph, String output, ModelMapping mapping, float[][] rows)
      throws Exception {
    ScoringModel model = OnnxModel.read(graph, mapping, 1);
    CompiledModel compiled = model.body().compile(model.scaling());
    int[] inputs =
        model.inputs().stream()
            .mapToInt(input -> Integer.parseInt(input.name().substring(1)))
            .toArray();
    double[] expected = ReferenceRuntime.bad(graph, output, rows);
    ModelMapping.Feature feature = mapping.features().get(0);
    for (int i = 0; i < rows.length; i++) {
      float[] row = rows[i];
      double[] ours =
          IntStream.of(inputs)
              .mapToDouble(
                  at ->
                      row[at] == (float) feature.missingCode()
                          ? Double.NaN
                          : row[at] / feature.times())
              .toArray();
      assertEquals(expected[i], compiled.probabilityOfDefault(ours), 2e-6, "row " + i);
    }
  }

  private static NodeProto.Builder scaler(String input, String output) {
    return Graphs.node("Scaler", Graphs.LEARNING, input, output)
        .addAttribute(Graphs.floats("offset", List.of(0.1f, -2f, 0.3f, 7f, 0f)))
        .addAttribute(Graphs.floats("scale", List.of(1.7f, 0.9f, -0.3f, 1.1f, 3f)));
  }

  private static NodeProto.Builder imputer(String input, String output) {
    return Graphs.node("Imputer", Graphs.LEARNING, input, output)
        .addAttribute(Graphs.floats("imputed_value_floats", List.of(0f, 1f, -1f, 0.5f, 2f)))
        .addAttribute(Graphs.number("replaced_value_float", Float.NaN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"BRANCH_LT", "BRANCH_LEQ", "BRANCH_GT", "BRANCH_GTE"})
  void boosted_trees_say_what_the_runtime_says_with_missing_values_too(String mode)
      throws Exception {
    Graphs.Trees trees = new Graphs.Trees(random, WIDTH, mode);
    for (int tree = 0; tree < 30; tree++) {
      trees.add(4, tree, List.of(0L), 1);
    }
    NodeProto.Builder classifier =
        trees
            .classifier("X", "LOGISTIC")
            .addAttribute(Graphs.floats("base_values", List.of(-1.5f)));
    byte[] graph = Graphs.of(WIDTH, "probabilities", List.of(classifier));
    assertEqual(graph, "probabilities", mapping("", ""), rows(Float.NaN));
  }

  @Test
  void trees_behind_a_scaler_part_the_values_where_the_scaled_ones_part() throws Exception {
    Graphs.Trees trees = new Graphs.Trees(random, WIDTH, "BRANCH_LEQ");
    for (int tree = 0; tree < 30; tree++) {
      trees.add(3, tree, List.of(1L), 1);
    }
    byte[] graph =
        Graphs.of(
            WIDTH,
            "probabilities",
            List.of(scaler("X", "scaled"), trees.classifier("scaled", "LOGISTIC")));
    assertEqual(graph, "probabilities", mapping("", ""), rows(Float.NaN));
  }

  @Test
  void a_forest_of_probabilities_behind_an_imputer_says_what_the_runtime_says() throws Exception {
    Graphs.Trees trees = new Graphs.Trees(random, WIDTH, "BRANCH_LEQ");
    for (int tree = 0; tree < 20; tree++) {
      trees.add(5, tree, List.of(0L, 1L), 1 / 20f);
    }
    byte[] graph =
        Graphs.of(
            WIDTH,
            "probabilities",
            List.of(imputer("X", "filled"), trees.classifier("filled", "NONE")));
    ModelMapping mapping = mapping("", ",\"answer\":\"probability\",\"badColumn\":1");
    assertEqual(graph, "probabilities", mapping, rows(Float.NaN));
    assertInstanceOf(TreeEnsemble.class, OnnxModel.read(graph, mapping, 1).body());
  }

  @Test
  void a_code_for_missing_goes_where_the_graph_sends_that_number() throws Exception {
    Graphs.Trees trees = new Graphs.Trees(random, WIDTH, "BRANCH_LT");
    for (int tree = 0; tree < 20; tree++) {
      trees.add(3, tree, List.of(1L), 1);
    }
    byte[] graph = Graphs.of(WIDTH, "probabilities", List.of(trees.classifier("X", "LOGISTIC")));
    assertEqual(graph, "probabilities", mapping(",\"missing\":-999", ""), rows(-999));
  }

  @Test
  void a_pipeline_of_imputer_scaler_and_logistic_regression_says_what_the_runtime_says()
      throws Exception {
    List<Float> weights = List.of(0.2f, -0.4f, 0.01f, 0.3f, -0.2f);
    List<Float> both =
        Stream.concat(weights.stream().map(weight -> -weight), weights.stream()).toList();
    NodeProto.Builder classifier =
        Graphs.node("LinearClassifier", Graphs.LEARNING, "scaled", "label", "raw")
            .addAttribute(Graphs.floats("coefficients", both))
            .addAttribute(Graphs.floats("intercepts", List.of(0.7f, -0.7f)))
            .addAttribute(Graphs.ints("classlabels_ints", List.of(0L, 1L)))
            .addAttribute(Graphs.text("post_transform", "LOGISTIC"));
    NodeProto.Builder normalizer =
        Graphs.node("Normalizer", Graphs.LEARNING, "raw", "probabilities")
            .addAttribute(Graphs.text("norm", "L1"));
    byte[] graph =
        Graphs.of(
            WIDTH,
            "probabilities",
            List.of(imputer("X", "filled"), scaler("filled", "scaled"), classifier, normalizer));
    ModelMapping yuan = mapping(",\"factor\":0.01", "");
    assertInstanceOf(LinearModel.class, OnnxModel.read(graph, yuan, 1).body());
    assertEqual(graph, "probabilities", yuan, rows(Float.NaN));
  }

  @Test
  void a_logistic_regression_that_tribuo_wrote_says_what_the_runtime_says() throws Exception {
    byte[] graph = tribuo();
    assertEqual(graph, "output", mapping(",\"missing\":0", ""), rows(0));
  }

  private byte[] tribuo() {
    var provenance = new SimpleDataSourceProvenance("made of chance", new LabelFactory());
    List<Example<Label>> examples = new ArrayList<>();
    String[] names = IntStream.range(0, WIDTH).mapToObj(i -> "f" + i).toArray(String[]::new);
    for (int i = 0; i < 400; i++) {
      double[] values = random.doubles(WIDTH, -1, 1).toArray();
      boolean bad = values[0] - values[1] + random.nextDouble(-1, 1) > 0;
      examples.add(new ArrayExample<>(new Label(bad ? "bad" : "good"), names, values));
    }
    var model =
        (LibLinearClassificationModel)
            new LibLinearClassificationTrainer(
                    new LinearClassificationType(LinearType.L2R_LR), 1, 0.01)
                .train(new MutableDataset<>(examples, provenance, new LabelFactory()));
    return model.exportONNXModel("org.xinyidai.test", 1).toByteArray();
  }

  @Test
  void what_is_not_taken_is_refused_by_name() throws Exception {
    byte[] relu = Graphs.of(WIDTH, "y", List.of(Graphs.node("Relu", "", "X", "y")));
    assertRefused(relu, "", "Relu");
    NodeProto.Builder zero =
        Graphs.node("Imputer", Graphs.LEARNING, "X", "y")
            .addAttribute(Graphs.floats("imputed_value_floats", List.of(1f)))
            .addAttribute(Graphs.number("replaced_value_float", 0));
    assertRefused(Graphs.of(WIDTH, "y", List.of(zero)), "", "NaN");
    assertRefused(Graphs.of(WIDTH + 1, "X", List.of()), "", "6 columns");
    assertRefused(Graphs.of(WIDTH, "X", List.of()), ",\"output\":\"z\"", "no output z");
    assertRefused("no model".getBytes(StandardCharsets.UTF_8), "", "ONNX");
    byte[] categories =
        Graphs.of(
            WIDTH,
            "probabilities",
            List.of(
                new Graphs.Trees(random, WIDTH, "BRANCH_EQ")
                    .add(2, 0, List.of(1L), 1)
                    .classifier("X", "NONE")));
    assertRefused(categories, "", "BRANCH_EQ");
  }

  @Test
  void a_regression_without_an_answer_for_missing_values_is_refused() throws Exception {
    assertRefused(tribuo(), "", "may be missing");
  }

  private static void assertRefused(byte[] graph, String more, String reason)
      throws UnreadableModel {
    ModelMapping mapping = mapping("", more);
    UnreadableModel refused =
        assertThrows(UnreadableModel.class, () -> OnnxModel.read(graph, mapping, 1));
    assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
  }
}
