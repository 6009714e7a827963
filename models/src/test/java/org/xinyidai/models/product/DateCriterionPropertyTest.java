package org.xinyidai.models.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.xinyidai.models.product.Criterion.WhenMissing;

class DateCriterionPropertyTest {
  private static final AttributeCatalogue CATALOGUE = SampleCatalogue.CATALOGUE;

  @Property(tries = 2000, seed = "17")
  void a_term_of_months_ends_by_the_civil_code(
      @ForAll @IntRange(min = 18_000, max = 20_000) int event,
      @ForAll @IntRange(min = 0, max = 2_000) int later,
      @ForAll @IntRange(min = 0, max = 60) int months) {
    DateCriterion criterion = new DateCriterion("founded_on", months, WhenMissing.FAILS);
    LocalDate day = LocalDate.ofEpochDay(event + later);
    int position = CATALOGUE.positionOf("founded_on");
    boolean old = !criterion.passesOn(LocalDate.ofEpochDay(event)).isAfter(day);
    assertEquals(old, criterion.accepted(CATALOGUE.get(position), position, day).accepts(event));
  }
}
