package org.xinyidai.connectors.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.models.training.TrainingColumn;
import org.xinyidai.models.training.TrainingSet;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TableLabellerTest {
  @TempDir Path folder;

  private RawTable table(String text) throws IOException {
    return TableReader.read(Files.writeString(folder.resolve("t.csv"), text));
  }

  private static final String LOANS =
      """
      loan_id;amount;trade;granted;due;postcode;note;score;status
      77;"1,000.00";bakery;2020-01-05;2021-01-05;10001;a;-9;paid
      78;"2,000.00";mine;2020-02-05;2021-01-05;10001;a;12;lost
      80;;bakery;2020-03-05;2021-01-05;20002;a;13;paid
      81;500;shop;;2021-01-05;20002;a;-9;lost
      99;500;shop;2020-01-07;2021-01-05;20002;a;14;
      """;

  private LabelledTable loans() throws IOException {
    return TableLabeller.label(
        table(LOANS), new TableOptions("status", "lost", Set.of(), "", List.of(-9.0, -8.0)));
  }

  @Test
  void columns_are_typed_by_their_cells() throws IOException {
    TrainingSet set = loans().set();
    List<String> names = set.columns().stream().map(TrainingColumn::name).toList();
    assertEquals(
        List.of(
            "amount",
            "trade",
            "granted",
            "postcode",
            "postcode (code)",
            "postcode (head)",
            "score"),
        names.stream().filter(name -> !name.startsWith("days")).toList());
    assertEquals(1_000, set.value(0, 0));
    assertTrue(Double.isNaN(set.value(2, 0)));
    TrainingColumn trade = set.columns().get(1);
    assertEquals(List.of("bakery", "mine", "shop"), trade.input().categories());
    assertEquals(trade.input().codeOf("mine"), set.value(1, 1));
    assertEquals(List.of(-9.0), set.columns().get(names.indexOf("score")).input().specials());
  }

  @Test
  void rows_without_label_and_columns_that_say_nothing_are_left_out_and_told() throws IOException {
    LabelledTable loans = loans();
    assertEquals(4, loans.set().size());
    assertEquals(2, loans.set().bads());
    assertEquals(
        List.of(
            "1 rows without a label are left out",
            "loan_id names the rows and is left out",
            "due never changes and is left out",
            "note never changes and is left out",
            "score holds codes that are no amounts, each kept apart: [-9.0]"),
        loans.notes());
  }

  @Test
  void two_dates_give_the_days_between_them() throws IOException {
    RawTable table =
        table("from,to,bad\n2020-01-01,2020-01-31,1\n2020-02-01,2020-02-11,0\n,2020-02-12,0\n");
    TrainingSet set = TableLabeller.label(table, TableOptions.ofLabel("bad")).set();
    assertEquals("days from from to to", set.columns().get(2).name());
    assertEquals(30, set.value(0, 2));
    assertTrue(Double.isNaN(set.value(2, 2)));
  }

  @Test
  void columns_that_share_their_codes_have_a_sum_in_which_a_code_stays_a_code() throws IOException {
    RawTable table = table("late30,late60,bad\n1,2,1\n98,98,0\n0,,0\n3,0,1\n");
    TableOptions options = new TableOptions("bad", "", Set.of(), "", List.of(98.0));
    TrainingSet set = TableLabeller.label(table, options).set();
    assertEquals("late30 + late60", set.columns().get(2).name());
    assertEquals(List.of(98.0), set.columns().get(2).input().specials());
    assertEquals(3, set.value(0, 2));
    assertEquals(98, set.value(1, 2));
    assertTrue(Double.isNaN(set.value(2, 2)));
  }

  @Test
  void a_wrong_name_and_labels_that_are_all_alike_are_told_with_the_next_step() {
    RawTable table = new RawTable(List.of("x", "y"), List.of(List.of("1", "2"), List.of("2", "2")));
    UnreadableFile wrong =
        assertThrows(
            UnreadableFile.class,
            () -> TableLabeller.label(table, TableOptions.ofLabel("outcome")));
    assertEquals("there is no column outcome; the columns are [x, y]", wrong.getMessage());
    UnreadableFile alike =
        assertThrows(
            UnreadableFile.class, () -> TableLabeller.label(table, TableOptions.ofLabel("y")));
    assertTrue(alike.getMessage().contains("name it with --positive; it holds 2 x 2"));
  }

  @Test
  void a_row_of_another_length_is_named_by_its_line() {
    UnreadableFile broken = assertThrows(UnreadableFile.class, () -> table("a,b\n1,2\n1,2,3\n"));
    assertEquals("t.csv line 3: 3 cells, the first row has 2", broken.getMessage());
  }
}
