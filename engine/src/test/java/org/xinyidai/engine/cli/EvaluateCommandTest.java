package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EvaluateCommandTest {
  @TempDir Path folder;

  private Terminal evaluate(String... arguments) {
    List<String> all = new ArrayList<>(List.of("evaluate"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--report", folder.resolve("report.json").toString()));
    return Terminal.type(all.toArray(String[]::new));
  }

  private JsonNode report() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
  }

  private String loans() throws IOException {
    return Files.writeString(folder.resolve("loans.csv"), GeneratedLoans.csv(800, 11)).toString();
  }

  private static List<String> names(JsonNode features) {
    return StreamSupport.stream(features.spliterator(), false)
        .map(feature -> feature.get("name").asText())
        .toList();
  }

  @Test
  void a_table_without_an_adapter_is_judged_out_of_fold() throws IOException {
    Terminal terminal =
        evaluate("--data", loans(), "--label", "status", "--positive", "lost", "--drop", "losses");
    assertEquals(0, terminal.exitCode(), terminal.err());
    JsonNode report = report();
    assertEquals(800, report.get("rows").asInt());
    assertEquals("card", report.get("model").asText());
    double auc = report.get("auc").get("mean").asDouble();
    assertTrue(auc > 0.7 && auc < 0.9, "auc " + auc);
    assertEquals(5, report.get("perFold").size());
    int rows = 0;
    for (JsonNode fold : report.get("perFold")) {
      rows += fold.get("rows").asInt();
    }
    assertEquals(800, rows);
    assertTrue(report.get("brier").asDouble() < 0.25);
    assertTrue(report.get("seconds").asDouble() > 0);
    assertEquals(10, report.get("calibration").size());
    assertEquals(0, report.get("warnings").size(), report.get("warnings").toString());
  }

  @Test
  void row_numbers_constants_and_codes_are_named_and_a_leak_is_warned_of() throws IOException {
    Terminal terminal = evaluate("--data", loans(), "--label", "status", "--positive", "lost");
    assertEquals(0, terminal.exitCode(), terminal.err());
    String notes = report().get("notes").toString();
    assertTrue(notes.contains("line names the rows"), notes);
    assertTrue(notes.contains("country never changes"), notes);
    assertTrue(notes.contains("score holds codes"), notes);
    assertFalse(names(report().get("features")).contains("line"));
    assertTrue(terminal.err().contains("column losses alone"), terminal.err());
    assertTrue(report().get("warnings").toString().contains("--drop"));
    String page = Files.readString(folder.resolve("report.html"));
    assertTrue(page.contains("line 是各行的编号，未使用"), page);
    assertTrue(page.contains("变量 losses 单独的 AUC 即达"), page);
    assertFalse(page.contains("is left out"), "the page speaks Chinese");
  }

  @Test
  void the_same_rows_gzipped_and_apart_by_blanks_give_the_same_figures() throws IOException {
    evaluate("--data", loans(), "--label", "status", "--positive", "lost", "--drop", "losses");
    JsonNode commas = report();
    Path blanks = folder.resolve("loans.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(blanks))) {
      String csv = GeneratedLoans.csv(800, 11).replace(",,", ",NA,").replace(',', ' ');
      out.write(csv.getBytes(StandardCharsets.UTF_8));
    }
    evaluate(
        "--data", blanks.toString(), "--label", "status", "--positive", "lost", "--drop", "losses");
    assertEquals(commas.get("auc"), report().get("auc"));
    assertEquals(commas.get("digest"), report().get("digest"));
  }

  @Test
  void a_forest_and_boosted_trees_are_judged_too() throws IOException {
    for (String model : List.of("forest", "xgboost")) {
      Terminal terminal =
          evaluate(
              "--data",
              loans(),
              "--label",
              "status",
              "--positive",
              "lost",
              "--drop",
              "losses",
              "--folds",
              "2",
              "--model",
              model);
      assertEquals(0, terminal.exitCode(), terminal.err());
      assertTrue(report().get("auc").get("pooled").asDouble() > 0.7, model);
    }
  }

  @Test
  void what_cannot_be_judged_ends_in_one_line_that_says_what_to_do() throws IOException {
    assertOneLine(evaluate("--data", loans()), "--label");
    assertOneLine(evaluate("--data", loans(), "--label", "outcome"), "the columns are");
    assertOneLine(evaluate("--data", loans(), "--label", "trade"), "--positive");
    assertOneLine(
        evaluate("--data", loans(), "--label", "status", "--positive", "lost", "--model", "tree"),
        "card, xgboost or forest");
    assertOneLine(evaluate("--data", folder.resolve("absent.csv").toString()), "absent.csv");
  }

  private static void assertOneLine(Terminal terminal, String words) {
    assertEquals(1, terminal.exitCode());
    assertTrue(terminal.complainsInOneLine(), terminal.err());
    assertTrue(terminal.err().contains(words), terminal.err());
  }

  @Test
  void the_german_credit_data_is_known_by_its_cells_and_ranked_as_the_trade_expects()
      throws IOException {
    Path german = Path.of("..", "..", "shared", "data", "german");
    Assumptions.assumeTrue(Files.isDirectory(german), "no German credit data beside the project");
    Terminal terminal = evaluate("--data", german.toString(), "--model", "card");
    assertEquals(0, terminal.exitCode(), terminal.err());
    assertEquals("german", report().get("data").asText());
    assertEquals(300, report().get("bads").asInt());
    double auc = report().get("auc").get("mean").asDouble();
    assertTrue(auc >= 0.77, "auc " + auc);
  }
}
