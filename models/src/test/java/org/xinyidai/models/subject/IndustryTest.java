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
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IndustryTest {
  private static final Path STANDARD = Path.of("../../shared/data/ref/gbt4754/gbt4754_2017.csv");

  @Test
  void a_code_is_read_with_or_without_its_letter() {
    Industry industry = Industry.parse(" F5123 ").orElseThrow();
    assertEquals(industry, Industry.parse("5123").orElseThrow());
    assertEquals(Section.F, industry.section());
    assertEquals("批发和零售业", industry.section().titleZh());
    assertEquals("F5123", industry.code());
    assertTrue(industry.isWithin("51"));
    assertFalse(industry.isWithin("52"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "F", "5", "51234", "G5123", "00", "98", "U51", "批发"})
  void anything_else_is_no_industry(String text) {
    assertEquals(Optional.empty(), Industry.parse(text));
  }

  @Test
  void a_code_under_the_wrong_letter_cannot_be_made() {
    assertThrows(IllegalArgumentException.class, () -> new Industry(Section.A, "5123"));
    assertThrows(IllegalArgumentException.class, () -> new Industry(Section.F, "F51"));
  }

  @Test
  void every_code_of_the_standard_stands_in_its_section() throws IOException {
    assumeTrue(Files.exists(STANDARD), "the standard is not at hand");
    List<String> lines = Files.readAllLines(STANDARD);
    int seen = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      String section = cells[cells.length - 1];
      if (cells[0].equals(section)) {
        assertEquals(cells[1], Section.valueOf(section).titleZh());
        seen++;
      } else {
        assertEquals(section, Industry.parse(cells[0]).orElseThrow().section().name(), line);
      }
    }
    assertEquals(20, seen);
  }
}
