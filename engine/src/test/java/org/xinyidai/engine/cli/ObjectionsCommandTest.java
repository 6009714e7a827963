package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.dispute.CaseFile.Kind;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.redress.CaseId;
import org.xinyidai.engine.redress.RedressDesk.Filing;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.engine.store.FactRows;
import org.xinyidai.models.subject.Uscc;

/** The office deals with a case on the command line. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ObjectionsCommandTest {
  private static final Uscc FIRM = new Uscc("91350100M000100Y43");

  @TempDir Path folder;
  private String id = "";

  @BeforeEach
  void file() throws IOException {
    Path ratings = folder.resolve("ratings.csv");
    Files.writeString(ratings, "uscc,publishedOn,year,grade\n" + FIRM + ",2023-04-12,2022,D\n");
    Terminal.type("ingest", "--state", state(), "--feed", "tax_rating", ratings.toString());
    try (Platform platform = Platform.open(Path.of(state()), InstantSource.system())) {
      FactRow.Name fact = new FactRows(platform.store()).page(FIRM, null, null, 1).get(0).name();
      Filing filing =
          new Filing(CaseId.of(FIRM, "0".repeat(16)), Kind.OBJECTION, FIRM, fact, "评级有误");
      id = platform.store().execute(c -> platform.redress().file(c, filing)).id();
    }
  }

  @Test
  void what_is_due_is_listed_with_its_deadline() {
    Terminal listed = objections();

    assertEquals(0, listed.exitCode(), listed.err());
    assertTrue(listed.out().contains("open cases: 1"), listed.out());
    assertTrue(listed.out().contains(id) && listed.out().contains("期限 due 20"), listed.out());
  }

  @Test
  void a_case_is_decided_and_the_record_corrected() {
    Terminal decided =
        objections(id, "--step", "correct", "--note", "经核查应为B级", "--correct", "grade=B");

    assertEquals(0, decided.exitCode(), decided.err());
    assertTrue(decided.out().contains("更正"), decided.out());
    assertTrue(decided.out().contains("评级有误"), decided.out());
    try (Platform platform = Platform.open(Path.of(state()), InstantSource.system())) {
      FactRow row = new FactRows(platform.store()).page(FIRM, null, null, 1).get(0);
      assertEquals(1, row.version());
      assertEquals(1, platform.notices().unread(FIRM.value()));
    }
    assertEquals(0, objections(id, "--step", "answer", "--note", "已送达").exitCode());
    assertTrue(objections().out().contains("open cases: 0"));
  }

  @Test
  void what_cannot_be_done_ends_in_one_line() {
    assertFails(objections(id, "--step", "uphold", "--note", "x"));
    assertFails(objections(id, "--step", "dance", "--note", "x"));
    assertFails(objections(id, "--step", "remove"));
    assertFails(objections("none"));
    assertFails(objections("--step", "remove"));
  }

  private static void assertFails(Terminal terminal) {
    assertEquals(1, terminal.exitCode());
    assertTrue(terminal.complainsInOneLine(), terminal.err());
  }

  private Terminal objections(String... arguments) {
    String[] command = new String[arguments.length + 3];
    command[0] = "objections";
    command[1] = "--state";
    command[2] = state();
    System.arraycopy(arguments, 0, command, 3, arguments.length);
    return Terminal.type(command);
  }

  private String state() {
    return folder.resolve("state").toString();
  }
}
