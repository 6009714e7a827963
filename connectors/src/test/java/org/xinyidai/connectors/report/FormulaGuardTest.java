package org.xinyidai.connectors.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would run is made text, and nothing else is touched. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormulaGuardTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@a", "\ta", "\ra", "＝1", "＋1", "－1", "＠a"})
  void a_cell_that_could_be_run_begins_with_an_apostrophe(String cell) {
    assertEquals("'" + cell, FormulaGuard.text(cell));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=1", "某公司", "'=1", "1-1"})
  void any_other_cell_stays_as_it_is(String cell) {
    assertEquals(cell, FormulaGuard.text(cell));
  }

  @Test
  void the_character_alone_is_guarded_too() {
    assertEquals("'=", FormulaGuard.text("="));
  }
}
