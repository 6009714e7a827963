package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.drop.Drops;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DropCommandTest {
  private static final String RATINGS =
      "uscc,grade,publishedOn,year\n91110000600037341L,A,2024-04-10,2023\n";

  @TempDir private Path folder;

  private Terminal ingest(String... more) {
    String[] line = new String[3 + more.length];
    line[0] = "ingest";
    line[1] = "--state";
    line[2] = folder.resolve("state").toString();
    System.arraycopy(more, 0, line, 3, more.length);
    return Terminal.type(line);
  }

  @Test
  void a_drop_folder_is_emptied_and_each_file_answered() throws IOException {
    Path drop = Files.createDirectory(folder.resolve("drop"));
    Drops.put(drop, "good.csv", RATINGS, "tax_rating", 1);
    Terminal good = ingest("--drop", drop.toString());
    assertEquals(0, good.exitCode(), good.err());
    assertTrue(good.out().contains("good.csv: received 1 = accepted 1"), good.out());

    Drops.put(drop, "bad.csv", RATINGS, "tax_rating", 2);
    Terminal bad = ingest("--drop", drop.toString());
    assertEquals(1, bad.exitCode());
    assertTrue(bad.out().contains("bad.csv: set aside 已退回: 条数不符 COUNT_DIFFERS"), bad.out());

    assertTrue(ingest("--drop", drop.toString()).out().contains("nothing lies ready"));
  }

  @Test
  void what_cannot_be_is_told_in_one_line() throws IOException {
    Path drop = Files.createDirectory(folder.resolve("drop"));
    Terminal both = ingest("--drop", drop.toString(), "--feed", "tax_rating");
    assertTrue(both.complainsInOneLine() && both.err().contains("--drop stands alone"), both.err());
    Terminal none = ingest();
    assertTrue(none.complainsInOneLine() && none.err().contains("--feed"), none.err());
    Terminal absent = ingest("--drop", folder.resolve("x").toString());
    assertTrue(
        absent.complainsInOneLine() && absent.err().contains("no such folder"), absent.err());
  }
}
