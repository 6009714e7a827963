package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator counts enterprises at the terminal. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreenCommandTest {
  @TempDir Path folder;
  private RatedTown town;

  @BeforeEach
  void settle() throws IOException {
    town = new RatedTown(folder);
    town.settle();
  }

  @Test
  void it_counts_by_conditions_and_by_bands() {
    Terminal all = screen("--by", "tax_rating_class");
    assertEquals(0, all.exitCode(), all.err());
    assertTrue(all.out().contains(RatedTown.FIRMS + " 家企业符合条件"), all.out());
    assertTrue(all.out().contains("  A："), all.out());

    Terminal none = screen("--where", "age_months=..12");
    assertTrue(none.out().contains("0 家企业符合条件"), none.out());
    Terminal trade = screen("--where", "industry_code=13", "--where", "division_code=9901");
    assertTrue(trade.out().contains(RatedTown.FIRMS + " 家"), trade.out());
  }

  @Test
  void what_it_cannot_read_it_says_in_one_line() {
    for (String where : new String[] {"age_months", "no_such=1..", "age_months=x..", "grade=Z"}) {
      Terminal refused = screen("--where", where);
      assertNotEquals(0, refused.exitCode(), where);
      assertEquals(1, refused.err().lines().count(), refused.err());
    }
  }

  private Terminal screen(String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "screen";
    arguments[1] = "--state";
    arguments[2] = town.state();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Terminal.type(arguments);
  }
}
