package org.xinyidai.models.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferenceTest {
  private static final LocalDate TRAINED = LocalDate.of(2024, 3, 1);

  @ParameterizedTest
  @CsvSource({
    "2023-03-01, false",
    "2023-03-02, true",
    "2024-03-01, true",
    "2025-02-28, true",
    "2025-03-01, false"
  })
  void a_score_foretells_what_the_model_learned_where_the_windows_overlap(
      LocalDate scoredOn, boolean expected) {
    Reference reference = new Reference(TRAINED, List.of(TRAINED), null, null);

    assertEquals(expected, reference.learnedFrom(scoredOn, 12));
  }

  @Test
  void a_model_from_elsewhere_learned_from_nothing_here() {
    assertFalse(new Reference(TRAINED, List.of(), null, null).learnedFrom(TRAINED, 12));
  }
}
