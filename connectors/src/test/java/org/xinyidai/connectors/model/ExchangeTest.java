package org.xinyidai.connectors.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.score.Admission;
import org.xinyidai.models.score.CompiledModel;
import org.xinyidai.models.score.LinearModel;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.ScoringModel;

/** A card scores the same wherever it was carried. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExchangeTest {
  private static final long SEED = 20241122;
  private static final int VECTORS = 10_000;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final ScoringModel model = ExampleCard.model(random);
  private final Scorecard card = (Scorecard) model.body();

  private static CompiledModel compiled(ScoringModel model) {
    return assertInstanceOf(Admission.Admitted.class, model.admit()).model();
  }

  @Test
  void scores_are_equal_to_the_bit_after_a_round_trip_by_json() throws UnreadableModel {
    assertSame(ModelFile.read(ModelFile.write(model)));
  }

  @Test
  void scores_are_equal_to_the_bit_after_a_round_trip_by_pmml() throws Exception {
    ScoringModel again = PmmlReader.read(PmmlWriter.write(model), model.id(), 0);
    assertSame(again);
    assertEquals(model.scaling(), again.scaling());
    assertEquals(model.grades(), again.grades());
    assertEquals("made of chance for a test", again.provenance().get("data"));
    assertEquals(model.checks().size(), again.checks().size());
  }

  private void assertSame(ScoringModel again) {
    CompiledModel before = compiled(model);
    CompiledModel after = compiled(again);
    for (int i = 0; i < VECTORS; i++) {
      double[] row = ExampleCard.row(card, random);
      assertEquals(before.probabilityOfDefault(row), after.probabilityOfDefault(row));
    }
  }

  @Test
  void scores_are_equal_after_a_run_as_sql_in_a_database() throws Exception {
    CompiledModel compiled = compiled(model);
    try (Connection database = DriverManager.getConnection("jdbc:h2:mem:")) {
      String columns =
          model.inputs().stream()
              .map(
                  input ->
                      "\""
                          + input.name()
                          + "\" "
                          + (input.isCategorical() ? "VARCHAR" : "DOUBLE PRECISION"))
              .collect(Collectors.joining(", "));
      database.createStatement().execute("CREATE TABLE \"vectors\" (nr INTEGER, " + columns + ")");
      double[][] rows = new double[VECTORS][];
      try (PreparedStatement insert = database.prepareStatement(insertion())) {
        for (int i = 0; i < VECTORS; i++) {
          rows[i] = ExampleCard.row(card, random);
          insert(insert, i, rows[i]);
        }
        insert.executeBatch();
      }
      String query = ModelSql.query(model, "vectors");
      try (ResultSet scores = database.createStatement().executeQuery(query)) {
        int seen = 0;
        while (scores.next()) {
          double expected = compiled.probabilityOfDefault(rows[scores.getInt("nr")]);
          assertEquals(expected, scores.getDouble("probability_of_default"), 1e-12);
          assertEquals(model.scaling().points(expected), scores.getInt("points"));
          seen++;
        }
        assertEquals(VECTORS, seen);
      }
    }
  }

  private String insertion() {
    return "INSERT INTO \"vectors\" VALUES (?" + ", ?".repeat(model.inputs().size()) + ")";
  }

  private void insert(PreparedStatement insert, int number, double[] row) throws SQLException {
    insert.setInt(1, number);
    for (int i = 0; i < row.length; i++) {
      ModelInput input = model.inputs().get(i);
      if (Double.isNaN(row[i])) {
        insert.setNull(i + 2, Types.DOUBLE);
      } else if (input.isCategorical()) {
        insert.setString(i + 2, row[i] < 0 ? "never seen" : input.categories().get((int) row[i]));
      } else {
        insert.setDouble(i + 2, row[i]);
      }
    }
    insert.addBatch();
  }

  @Test
  void a_tampered_pmml_is_refused_by_its_verification() throws Exception {
    String text = new String(PmmlWriter.write(model), UTF_8);
    String tampered = text.replaceFirst("initialScore=\"[^\"]+\"", "initialScore=\"0.125\"");
    ScoringModel read = PmmlReader.read(tampered.getBytes(UTF_8), "card-example", 0);
    assertInstanceOf(Admission.Refused.class, read.admit());
  }

  @Test
  void a_logistic_regression_from_elsewhere_is_held_against_its_verification() throws Exception {
    ScoringModel brought = regression("0.8807970779778823");
    assertInstanceOf(LinearModel.class, brought.body());
    double p = compiled(brought).probabilityOfDefault(new double[] {Double.NaN, 1});
    assertEquals(1 / (1 + Math.exp(-(0.5 + 2 * 0.25 - 1))), p, 1e-15);

    assertInstanceOf(Admission.Refused.class, regression("0.87").admit());
  }

  private static ScoringModel regression(String promised) throws UnreadableModel {
    String text =
        """
        <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
        <DataDictionary>
         <DataField name="debt" optype="continuous" dataType="double"/>
         <DataField name="age" optype="continuous" dataType="double"/>
         <DataField name="bad" optype="categorical" dataType="string"/>
        </DataDictionary>
        <RegressionModel functionName="classification" normalizationMethod="logit">
         <MiningSchema><MiningField name="debt" missingValueReplacement="0.25"/>
          <MiningField name="age"/><MiningField name="bad" usageType="target"/></MiningSchema>
         <RegressionTable intercept="0.5" targetCategory="1">
          <NumericPredictor name="debt" coefficient="2"/><NumericPredictor name="age" coefficient="-1"/>
         </RegressionTable>
         <RegressionTable intercept="0" targetCategory="0"/>
         <ModelVerification recordCount="1" fieldCount="3"><VerificationFields>
          <VerificationField field="debt"/><VerificationField field="age"/>
          <VerificationField field="probability(1)" column="p"/></VerificationFields>
          <InlineTable><row><debt>1</debt><age>0.5</age><p>%s</p></row></InlineTable>
         </ModelVerification>
        </RegressionModel></PMML>"""
            .formatted(promised);
    return PmmlReader.read(text.getBytes(UTF_8), "bank-1", 0);
  }

  @Test
  void entities_and_document_types_are_not_taken() throws Exception {
    String bomb = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><PMML>&a;</PMML>";
    assertThrows(UnreadableModel.class, () -> PmmlReader.read(bomb.getBytes(UTF_8), "x", 0));
    String sound = new String(PmmlWriter.write(model), UTF_8);
    int root = sound.indexOf("<PMML");
    String declared =
        sound.substring(0, root) + "<!DOCTYPE PMML [<!ENTITY a \"1\">]>" + sound.substring(root);
    UnreadableModel refused =
        assertThrows(
            UnreadableModel.class, () -> PmmlReader.read(declared.getBytes(UTF_8), "x", 0));
    assertTrue(String.valueOf(refused.getMessage()).contains("entities"), refused.getMessage());
    String deep = "<PMML>" + "<a>".repeat(1_000);
    assertThrows(UnreadableModel.class, () -> PmmlReader.read(deep.getBytes(UTF_8), "x", 0));
  }

  @Test
  void what_is_not_understood_is_refused_with_the_reason() throws Exception {
    String text = new String(PmmlWriter.write(model), UTF_8);
    for (List<String> change :
        List.of(
            List.of("operator=\"isMissing\"", "operator=\"isNotMissing\"", "isNotMissing"),
            List.of("booleanOperator=\"and\"", "booleanOperator=\"or\"", "and"),
            List.of("<Characteristics>", "<Tables>", "Characteristics"))) {
      String changed =
          text.replace(change.get(0), change.get(1))
              .replace(
                  "</Characteristics>",
                  change.get(0).equals("<Characteristics>") ? "</Tables>" : "</Characteristics>");
      UnreadableModel refused =
          assertThrows(
              UnreadableModel.class, () -> PmmlReader.read(changed.getBytes(UTF_8), "x", 0));
      assertTrue(
          String.valueOf(refused.getMessage()).contains(change.get(2)), refused.getMessage());
    }
  }
}
