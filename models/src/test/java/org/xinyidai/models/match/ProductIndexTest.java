package org.xinyidai.models.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Effective;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.SampleCatalogue;
import org.xinyidai.models.product.SampleProducts;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductIndexTest {
  private static final AttributeCatalogue CATALOGUE = SampleCatalogue.CATALOGUE;
  private static final LocalDate DAY = RandomMarket.DAY;

  @Test
  void thousands_of_distinct_thresholds_take_little_memory_and_say_the_same() {
    RandomMarket market = new RandomMarket(20_240_229, true);
    List<LoanProduct> products = market.products(3_000);
    LoopMatcher loop = new LoopMatcher(CATALOGUE, products, DAY);
    ProductIndex index = ProductIndex.build(CATALOGUE, products, DAY);
    ProductIndex exact = ProductIndex.buildInBlocks(CATALOGUE, products, DAY, 0);
    assertTrue(index.bytes() * 4 < exact.bytes(), index.bytes() + " of " + exact.bytes());
    int eligible = 0;
    for (int i = 0; i < 200; i++) {
      Candidate candidate = market.candidate();
      BitSet expected = loop.eligible(candidate);
      assertEquals(expected, index.eligible(candidate));
      assertEquals(expected, exact.eligible(candidate));
      eligible += expected.cardinality();
    }
    assertTrue(eligible > 10_000 && eligible < 500_000, "a market worth matching: " + eligible);
  }

  @Test
  void only_products_in_effect_on_the_day_are_indexed_first_and_last_day_included() {
    LoanProduct ending = SampleProducts.version("ending", 1, new Effective(null, DAY));
    LoanProduct ended = SampleProducts.version("ended", 1, new Effective(null, DAY.minusDays(1)));
    LoanProduct begins = SampleProducts.version("begins", 1, new Effective(DAY, null));
    LoanProduct later = SampleProducts.version("later", 1, new Effective(DAY.plusDays(1), null));
    ProductIndex index = ProductIndex.build(CATALOGUE, List.of(ending, ended, begins, later), DAY);
    assertEquals(List.of(begins, ending), index.products());
    assertEquals(2, index.eligible(new RandomMarket(1, false).candidate()).cardinality());
  }

  @Test
  void an_index_without_products_offers_nothing() {
    ProductIndex index = ProductIndex.build(CATALOGUE, List.of(), DAY);
    assertTrue(index.eligible(new RandomMarket(1, false).candidate()).isEmpty());
  }

  @Test
  void more_products_than_the_lists_can_number_are_refused() {
    List<LoanProduct> many =
        Collections.nCopies(ProductIndex.MAX_PRODUCTS + 1, SampleProducts.with("p"));
    assertThrows(IllegalArgumentException.class, () -> ProductIndex.build(CATALOGUE, many, DAY));
  }
}
