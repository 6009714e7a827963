package org.xinyidai.models.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Criterion.WhenMissing;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.RangeCriterion;
import org.xinyidai.models.product.SampleCatalogue;
import org.xinyidai.models.product.SampleProducts;
import org.xinyidai.models.product.SetCriterion;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreenTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
  private final AttributeCatalogue catalogue = SampleCatalogue.CATALOGUE;

  @Test
  void a_products_own_criteria_are_a_screen_and_what_is_only_declared_is_left_aside() {
    LoanProduct product =
        SampleProducts.with(
            "p",
            RangeCriterion.atLeast("age_months", 24),
            new SetCriterion("tax_rating_class", List.of("A", "B"), WhenMissing.FAILS),
            RangeCriterion.atMost("other_lenders_count", 2));

    Screen.OfProduct screen = Screen.of(catalogue, List.of(), product, DAY);

    assertEquals(List.of("other_lenders_count"), screen.leftAside());
    assertTrue(screen.screen().accepts(values(24, 4)));
    assertFalse(screen.screen().accepts(values(23, 4)));
    assertFalse(screen.screen().accepts(values(24, 1)));
    assertFalse(screen.screen().accepts(values(24, Double.NaN)));
  }

  @Test
  void two_conditions_on_one_attribute_are_one_that_both_hold() {
    Screen young = Screen.of(catalogue, List.of(RangeCriterion.atMost("age_months", 36)), DAY);
    Screen old = Screen.of(catalogue, List.of(RangeCriterion.atLeast("age_months", 24)), DAY);

    assertEquals(1, young.and(old).conditions().size());
    assertTrue(young.and(old).accepts(values(30, 1)));
    assertFalse(young.and(old).accepts(values(40, 1)));
  }

  @Test
  void an_enterprise_stands_in_an_index_once() {
    RandomRows random = new RandomRows(1);
    List<LoopScreening.Row> twice = List.of(random.row(4), random.row(4));

    assertThrows(IllegalStateException.class, () -> RandomRows.index(twice, 4));
  }

  private java.util.function.IntToDoubleFunction values(double age, double rating) {
    return position ->
        position == catalogue.positionOf("age_months")
            ? age
            : position == catalogue.positionOf("tax_rating_class") ? rating : Double.NaN;
  }
}
