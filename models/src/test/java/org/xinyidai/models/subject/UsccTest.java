package org.xinyidai.models.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UsccTest {
  private static final Path VECTORS = Path.of("../../shared/data/ref/uscc/uscc_vectors.csv");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y43",
        "91440300708461136T",
        "91110000802100433B",
        "91330100799655058B",
        "91310110666007217T",
        "91110000600037341L"
      })
  void codes_with_both_check_characters_right_are_well_formed(String code) {
    assertTrue(Uscc.isWellFormed(code));
    assertEquals(code, Uscc.fromStem(code.substring(0, 16)).value());
    assertEquals(code.substring(2, 8), new Uscc(code).divisionCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "91350100M000100Y4Z",
        "91350211M00013FA1N",
        "91350100M000100Y4",
        "91350100M000100Y433",
        "91350100M000100Y34",
        "91350100m000100y43",
        "9135O100M000100Y43",
        "91350A00M000100Y43",
        "91350100M000100Y4３",
        "91350100I000100Y43"
      })
  void anything_else_is_not(String code) {
    assertFalse(Uscc.isWellFormed(code));
    assertThrows(IllegalArgumentException.class, () -> new Uscc(code));
  }

  @Test
  void the_published_vectors_pass() throws IOException {
    assumeTrue(Files.exists(VECTORS), "the vectors are not at hand");
    List<String> lines = Files.readAllLines(VECTORS);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      assertEquals(!cells[1].equals("invalid"), Uscc.isWellFormed(cells[0]), line);
    }
    assertEquals(10, lines.size());
  }

  @Test
  void a_stem_that_cannot_begin_a_code_is_refused() {
    for (String stem : List.of("", "91350100M000100", "9135010AM000100Y", "91350100I000100Y")) {
      assertThrows(IllegalArgumentException.class, () -> Uscc.fromStem(stem));
    }
  }
}
