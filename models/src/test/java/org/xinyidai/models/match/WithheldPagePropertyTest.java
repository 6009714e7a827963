package org.xinyidai.models.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.SampleCatalogue;
import org.xinyidai.models.product.SecurityMode;

class WithheldPagePropertyTest {
  private static final LoanRequest REQUEST =
      new LoanRequest(5_000_000, 12, Purpose.WORKING_CAPITAL, 2_000);

  @Property(tries = 60, seed = "81")
  void page_by_page_every_product_is_withheld_once_with_the_reasons_of_the_loop(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int limit) {
    RandomMarket market = new RandomMarket(seed, false);
    Matcher matcher = new Matcher(SampleCatalogue.CATALOGUE, market.products(40), RandomMarket.DAY);
    Candidate candidate = market.candidate();
    Matcher.Asked asked = new Matcher.Asked(candidate, REQUEST, FutureValues.UNKNOWN);
    OfferedProducts found = matcher.find(candidate, REQUEST, Set.of());
    List<Decision.Withheld> all = new ArrayList<>();
    List<Decision.Withheld> page = matcher.withheld(found, asked, 0, limit);
    while (!page.isEmpty()) {
      all.addAll(page);
      int from = matcher.numberBehind(page.get(page.size() - 1).product().id());
      page = matcher.withheld(found, asked, from, limit);
    }
    assertEquals(matcher.match(candidate, REQUEST, FutureValues.UNKNOWN).withheld(), all);
  }

  @Example
  void a_product_of_which_nothing_is_left_is_withheld_and_says_so() {
    RandomMarket market = new RandomMarket(3, false);
    List<LoanProduct> products = List.of(org.xinyidai.models.product.SampleProducts.with("p"));
    Matcher matcher = new Matcher(SampleCatalogue.CATALOGUE, products, RandomMarket.DAY);
    Candidate candidate = market.candidate();
    OfferedProducts found = matcher.find(candidate, REQUEST, Set.of(products.get(0).id()));
    assertEquals(0, found.count());
    Matcher.Asked asked = new Matcher.Asked(candidate, REQUEST, FutureValues.UNKNOWN);
    Mismatch why = matcher.withheld(found, asked, 0, 9).get(0).mismatches().get(0);
    assertEquals(Mismatch.Kind.QUOTA_USED_UP, why.kind());
  }

  @Example
  void a_product_that_asks_for_another_security_is_withheld() {
    LoanProduct credit = org.xinyidai.models.product.SampleProducts.with("p");
    Matcher matcher = new Matcher(SampleCatalogue.CATALOGUE, List.of(credit), RandomMarket.DAY);
    LoanRequest mortgage =
        new LoanRequest(
            5_000_000, 12, Purpose.WORKING_CAPITAL, 2_000, Set.of(SecurityMode.MORTGAGE));
    Matches matches =
        matcher.match(new RandomMarket(3, false).candidate(), mortgage, FutureValues.UNKNOWN);
    assertEquals(
        Mismatch.Kind.SECURITY_NOT_WISHED, matches.withheld().get(0).mismatches().get(0).kind());
    assertEquals("担保方式属于 信用", matches.withheld().get(0).mismatches().get(0).criterion().zh());
  }
}
