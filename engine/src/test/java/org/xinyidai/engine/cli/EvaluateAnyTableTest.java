package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same loans as their publishers might have written them: a card is judged on each. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvaluateAnyTableTest {
  private static final int ROWS = 500;

  /** Other folds and other names of columns move the figure of 500 rows by no more. */
  private static final double NEAR = 0.04;

  @TempDir Path folder;
  private List<List<String>> table = List.of();

  /** Of the plain table; found once, for it takes seconds. */
  private static double known = Double.NaN;

  @BeforeEach
  void the_plain_table_is_judged() throws IOException {
    table = new ArrayList<>();
    for (String line : GeneratedLoans.csv(ROWS, 5).lines().toList()) {
      List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
      cells.remove(7);
      table.add(cells);
    }
    if (Double.isNaN(known)) {
      known = auc(text(",", table).getBytes(StandardCharsets.UTF_8), "status");
    }
  }

  private static String text(String separator, List<List<String>> rows) {
    return rows.stream()
        .map(row -> String.join(separator, row) + "\n")
        .collect(Collectors.joining());
  }

  private JsonNode judged(byte[] bytes, String label) throws IOException {
    Path file = Files.write(folder.resolve("any.csv"), bytes);
    Path report = folder.resolve("any.json");
    Terminal terminal =
        Terminal.type(
            "evaluate", "--data", file.toString(), "--label", label, "--report", report.toString());
    assertEquals(0, terminal.exitCode(), terminal.err());
    return new ObjectMapper().readTree(report.toFile());
  }

  private double auc(byte[] bytes, String label) throws IOException {
    return judged(bytes, label).get("auc").get("mean").asDouble();
  }

  private void assertKnown(List<List<String>> rows, String separator, Charset charset)
      throws IOException {
    String label = rows.get(0).get(rows.get(0).size() - 1).replace("\"", "").replace("\uFEFF", "");
    assertEquals(known, auc(text(separator, rows).getBytes(charset), label), NEAR);
  }

  /** Changes the cells of one column, below the header. */
  private List<List<String>> with(int column, IntFunction<String> cell) {
    List<List<String>> changed = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      List<String> cells = new ArrayList<>(table.get(row));
      cells.set(column, row == 0 ? cells.get(column) : cell.apply(row));
      changed.add(cells);
    }
    return changed;
  }

  private String cell(int row, int column) {
    return table.get(row).get(column);
  }

  @Test
  void quotes_semicolons_a_mark_of_byte_order_and_thousands_apart_by_commas() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : with(2, r -> grouped(cell(r, 2)))) {
      rows.add(row.stream().map(cell -> "\"" + cell + "\"").toList());
    }
    String bom = "\uFEFF" + text(";", rows);
    assertEquals(known, auc(bom.getBytes(StandardCharsets.UTF_8), "status"), NEAR);
    assertKnown(rows, ",", StandardCharsets.UTF_8);
  }

  private static String grouped(String amount) {
    return amount.isEmpty() ? "" : String.format(Locale.ROOT, "%,d", Long.parseLong(amount));
  }

  @Test
  void chinese_names_and_words_in_the_older_charset() throws IOException {
    List<List<String>> rows = with(7, r -> cell(r, 7).equals("lost") ? "逾期" : "正常");
    rows.set(0, List.of("序号", "国家", "金额", "行业", "放款日", "到期日", "评分", "是否违约"));
    assertKnown(rows, ",", Charset.forName("GBK"));
  }

  @Test
  void rows_and_columns_in_another_order_under_other_names() throws IOException {
    List<List<String>> body = new ArrayList<>(table.subList(1, table.size()));
    Collections.shuffle(body, new Random(3));
    List<List<String>> rows =
        new ArrayList<>(List.of(List.of("a", "b", "c", "d", "e", "f", "g", "y")));
    rows.addAll(body);
    List<List<String>> turned = new ArrayList<>();
    for (List<String> row : rows) {
      turned.add(
          List.of(
              row.get(6), row.get(3), row.get(0), row.get(5), row.get(2), row.get(4), row.get(7)));
    }
    JsonNode report = judged(text(",", turned).getBytes(StandardCharsets.UTF_8), "y");
    assertEquals(known, report.get("auc").get("mean").asDouble(), NEAR);
    assertTrue(report.get("notes").toString().contains("a names the rows"), "shuffled row numbers");
  }

  @Test
  void days_without_marks_and_many_tokens_for_nothing() throws IOException {
    assertKnown(with(4, r -> cell(r, 4).replace("-", "")), ",", StandardCharsets.UTF_8);
    List<String> tokens = List.of("NA", "?", "null", "N/A", "-", "缺失");
    assertKnown(
        with(2, r -> cell(r, 2).isEmpty() ? tokens.get(r % tokens.size()) : cell(r, 2)),
        ",",
        StandardCharsets.UTF_8);
  }

  @Test
  void labels_of_any_two_words_or_numbers() throws IOException {
    for (List<String> words :
        List.of(List.of("yes", "no"), List.of("bad", "good"), List.of("2", "1"))) {
      assertKnown(
          with(7, r -> words.get(cell(r, 7).equals("lost") ? 0 : 1)), ",", StandardCharsets.UTF_8);
    }
  }

  @Test
  void columns_that_are_empty_constant_or_names_and_two_columns_of_one_name() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < table.size(); r++) {
      List<String> cells =
          new ArrayList<>(List.of(r == 0 ? "empty" : "", r == 0 ? "note" : "N" + r * 7));
      cells.add(r == 0 ? "amount" : "1");
      cells.addAll(table.get(r));
      rows.add(cells);
    }
    assertKnown(rows, ",", StandardCharsets.UTF_8);
  }

  @Test
  void a_copy_of_the_label_under_another_name_is_warned_of() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < table.size(); r++) {
      List<String> cells = new ArrayList<>(table.get(r));
      cells.add(0, r == 0 ? "closed as" : cell(r, 7).equals("lost") ? "A" : "B");
      rows.add(cells);
    }
    JsonNode report = judged(text(",", rows).getBytes(StandardCharsets.UTF_8), "status");
    assertTrue(report.get("warnings").toString().contains("closed as"), "no warning");
  }
}
