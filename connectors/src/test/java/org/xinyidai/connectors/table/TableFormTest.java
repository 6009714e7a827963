package org.xinyidai.connectors.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TableFormTest {
  @TempDir Path folder;

  @Test
  void the_first_line_tells_separator_and_header() {
    assertEquals(new TableForm(',', true), TableForm.ofLine("id,amount,bad"));
    assertEquals(new TableForm(';', true), TableForm.ofLine("id;amount, yuan;bad"));
    assertEquals(new TableForm('\t', false), TableForm.ofLine("A11\t6\t1,169"));
    assertEquals(new TableForm(TableForm.SPACES, false), TableForm.ofLine("A11  6 1169 1"));
    assertEquals(new TableForm(TableForm.SPACES, true), TableForm.ofLine("id amount bad"));
    assertEquals(new TableForm(',', true), TableForm.ofLine(",label,age"));
    assertEquals(new TableForm(',', true), TableForm.ofLine("0,1,2,3"));
    assertEquals(new TableForm(',', false), TableForm.ofLine("0,1,2,30"));
    assertEquals(new TableForm(',', false), TableForm.ofLine("\"2020-01-02\",\"x\""));
  }

  @Test
  void columns_without_names_are_called_by_their_place() throws IOException {
    Path file = Files.writeString(folder.resolve("t.data"), "A11  6 1\nA12 48 2\n\n");
    RawTable table = TableReader.read(file);
    assertEquals(List.of("column 1", "column 2", "column 3"), table.header());
    assertEquals(List.of(List.of("A11", "6", "1"), List.of("A12", "48", "2")), table.rows());
  }
}
