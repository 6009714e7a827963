package org.xinyidai.connectors.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.models.score.Admission;
import org.xinyidai.models.score.CompiledModel;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.training.Sense;
import org.xinyidai.models.training.Trainer;
import org.xinyidai.models.training.TrainingColumn;
import org.xinyidai.models.training.TrainingSet;
import org.xinyidai.models.training.TreeSettings;

/** What PMML carries scores the same here, after the way back, and in another library's hands. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PmmlTest {
  private static final long SEED = 20261122;
  private static final int ROWS = 1_500;
  private static final int VECTORS = 10_000;
  private static final List<String> TRADES = List.of("批发", "retail's \"own\"", "a <b> & c");

  private final SplittableRandom random = new SplittableRandom(SEED);

  private ScoringModel trees(String kind) {
    double[][] rows = new double[ROWS][];
    boolean[] bad = new boolean[ROWS];
    for (int i = 0; i < ROWS; i++) {
      rows[i] = row();
      double risk = (Double.isNaN(rows[i][0]) ? 1 : rows[i][0]) + (rows[i][2] == 1 ? 1.5 : 0);
      bad[i] = random.nextDouble() < 1 / (1 + Math.exp(1 - risk));
    }
    List<TrainingColumn> columns =
        List.of(
            TrainingColumn.numeric("debt"),
            TrainingColumn.numeric("age"),
            new TrainingColumn(ModelInput.categorical("trade", TRADES), Sense.ANY));
    TrainingSet set = TrainingSet.ofRows(columns, rows, bad, List.of());
    TreeSettings settings =
        kind.equals("forest")
            ? TreeSettings.forest(set.size(), set.bads())
            : TreeSettings.boosted(set.size(), set.bads());
    return Trainer.train(set, settings, SEED, "trees-1", 3).model();
  }

  /** Two numbers and a category, each missing now and then, the category unknown too. */
  private double[] row() {
    double[] row = {
      random.nextInt(-300, 300) / 100.0, random.nextDouble(1, 40), random.nextInt(-1, TRADES.size())
    };
    for (int i = 0; i < row.length; i++) {
      row[i] = random.nextInt(9) == 0 ? Double.NaN : row[i];
    }
    return row;
  }

  private static CompiledModel compiled(ScoringModel model) {
    return assertInstanceOf(Admission.Admitted.class, model.admit()).model();
  }

  private static Map<String, Object> named(ScoringModel model, double[] row, boolean floats) {
    Map<String, Object> named = new HashMap<>();
    for (int i = 0; i < row.length; i++) {
      ModelInput input = model.inputs().get(i);
      if (!Double.isNaN(row[i])) {
        boolean known = row[i] >= 0 && row[i] < input.categories().size();
        Object number = floats ? (double) (float) row[i] : row[i];
        named.put(
            input.name(),
            input.isCategorical()
                ? known ? input.categories().get((int) row[i]) : "never seen"
                : number);
      }
    }
    return named;
  }

  @ParameterizedTest
  @ValueSource(strings = {"xgboost", "forest"})
  void trees_score_the_same_after_the_way_back_and_elsewhere(String kind) throws Exception {
    ScoringModel model = trees(kind);
    assertEquals(3, model.inputs().size());
    byte[] file = PmmlWriter.write(model);
    ScoringModel again = PmmlReader.read(file, model.id(), 0);
    assertEquals(model.inputs(), again.inputs());
    assertEquals(model.schemaVersion(), again.schemaVersion());
    CompiledModel before = compiled(model);
    CompiledModel after = compiled(again);
    OtherReader other = new OtherReader(file);
    for (int i = 0; i < VECTORS; i++) {
      double[] row = row();
      double expected = before.probabilityOfDefault(row);
      assertEquals(expected, after.probabilityOfDefault(row), 1e-12);
      if (i % 5 == 0) {
        assertEquals(expected, other.answer(named(model, row, true)), 1e-12);
      }
    }
  }

  @Test
  void a_card_in_points_scores_the_same_after_the_way_back_and_elsewhere() throws Exception {
    ScoringModel model = ExampleCard.model(random);
    byte[] file = PmmlWriter.writePoints(model);
    CompiledModel before = compiled(model);
    CompiledModel after = compiled(PmmlReader.read(file, model.id(), 0));
    OtherReader other = new OtherReader(file);
    for (int i = 0; i < VECTORS; i++) {
      double[] row = ExampleCard.row((Scorecard) model.body(), random);
      double expected = before.probabilityOfDefault(row);
      assertEquals(expected, after.probabilityOfDefault(row), 1e-12);
      double points = other.answer(named(model, row, false));
      double logOdds = Math.log(expected / (1 - expected));
      assertEquals(model.scaling().pointsOfLogOdds(logOdds), points, 1e-8);
    }
  }

  @Test
  void a_card_in_log_odds_scores_the_same_elsewhere() throws Exception {
    ScoringModel model = ExampleCard.model(random);
    OtherReader other = new OtherReader(PmmlWriter.write(model));
    CompiledModel compiled = compiled(model);
    for (int i = 0; i < VECTORS; i++) {
      double[] row = ExampleCard.row((Scorecard) model.body(), random);
      double logOdds = other.answer(named(model, row, false));
      assertEquals(compiled.probabilityOfDefault(row), 1 / (1 + Math.exp(-logOdds)), 1e-12);
    }
  }

  @Test
  void points_from_elsewhere_are_read_by_the_scaling_that_is_declared() throws Exception {
    ScoringModel model = ExampleCard.model(random);
    String silent =
        new String(PmmlWriter.writePoints(model), UTF_8).replaceAll("<Extension [^>]*>", "");
    Scaling scaling = model.scaling();
    ScoringModel read = PmmlReader.read(silent.getBytes(UTF_8), "bank-2", 4, scaling);
    assertInstanceOf(Admission.Admitted.class, read.admit());
    Scaling wrong = new Scaling(scaling.basePoints(), scaling.baseOdds(), scaling.pdo() * 2);
    ScoringModel stretched = PmmlReader.read(silent.getBytes(UTF_8), "bank-2", 4, wrong);
    assertEquals(wrong, stretched.scaling());
    double[] row = ExampleCard.row((Scorecard) model.body(), random);
    double p = compiled(read).probabilityOfDefault(row);
    double q = stretched.body().compile(wrong).probabilityOfDefault(row);
    assertTrue(Math.abs(p - q) > 1e-6, p + " and " + q);
  }

  /** As widely used exporters write: children tried in order, the parent's score when none is. */
  private static final String COMPACT =
      """
      <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
      <DataDictionary>
       <DataField name="debt" optype="continuous" dataType="double"/>
       <DataField name="bad" optype="categorical" dataType="string"/>
      </DataDictionary>
      <MiningModel functionName="classification">
       <MiningSchema><MiningField name="debt"/>
        <MiningField name="bad" usageType="target"/></MiningSchema>
       <Segmentation multipleModelMethod="average">
        <Segment><True/><TreeModel functionName="classification" missingValueStrategy="none"
          noTrueChildStrategy="returnLastPrediction"><MiningSchema/>
         <Node score="0"><True/>
          <ScoreDistribution value="yes" recordCount="20"/>
          <ScoreDistribution value="no" recordCount="80"/>
          <Node score="1"><SimplePredicate field="debt" operator="greaterThan" value="0.5"/>
           <ScoreDistribution value="yes" recordCount="9"/>
           <ScoreDistribution value="no" recordCount="1"/></Node>
         </Node></TreeModel></Segment>
        <Segment><True/><TreeModel functionName="classification" missingValueStrategy="none">
         <MiningSchema/>
         <Node><True/>
          <Node><SimplePredicate field="debt" operator="isMissing"/>
           <ScoreDistribution value="yes" recordCount="1"/></Node>
          <Node><SimplePredicate field="debt" operator="lessOrEqual" value="2"/>
           <ScoreDistribution value="no" recordCount="4"/></Node>
          <Node><True/><ScoreDistribution value="yes" recordCount="1"/>
           <ScoreDistribution value="no" recordCount="1"/></Node>
         </Node></TreeModel></Segment>
       </Segmentation>
       <ModelVerification recordCount="4" fieldCount="2"><VerificationFields>
        <VerificationField field="debt"/><VerificationField field="probability(yes)" column="p"/>
        </VerificationFields><InlineTable>
        <row><debt>0.5</debt><p>0.1</p></row><row><debt>2</debt><p>0.45</p></row>
        <row><debt>2.1</debt><p>0.7</p></row><row><p>%s</p></row>
       </InlineTable></ModelVerification>
      </MiningModel></PMML>""";

  @Test
  void a_forest_from_elsewhere_is_held_against_its_verification() throws Exception {
    ScoringModel read = PmmlReader.read(COMPACT.formatted("0.6").getBytes(UTF_8), "bank-3", 4);
    assertEquals(4, read.checks().size());
    assertInstanceOf(Admission.Admitted.class, read.admit());
    ScoringModel lying = PmmlReader.read(COMPACT.formatted("0.5").getBytes(UTF_8), "bank-3", 4);
    assertInstanceOf(Admission.Refused.class, lying.admit());
  }

  @Test
  void a_tree_that_may_leave_a_row_without_an_answer_is_refused() {
    String open = COMPACT.replace("noTrueChildStrategy=\"returnLastPrediction\"", "");
    UnreadableModel refused =
        assertThrows(
            UnreadableModel.class, () -> PmmlReader.read(open.getBytes(UTF_8), "bank-3", 4));
    assertTrue(String.valueOf(refused.getMessage()).contains("without a true child"));
  }
}
