package org.xinyidai.models.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.xinyidai.models.product.HardRule;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.SampleCatalogue;

class ProductIndexPropertyTest {
  private static final int CANDIDATES = 30;

  @Property(tries = 150, seed = "4711")
  void the_index_says_what_the_loop_says(
      @ForAll long seed,
      @ForAll boolean distinct,
      @ForAll @IntRange(min = 0, max = 200) int count,
      @ForAll @IntRange(min = 0, max = 6) int shift) {
    RandomMarket market = new RandomMarket(seed, distinct);
    List<LoanProduct> products = market.products(count);
    LoopMatcher loop = new LoopMatcher(SampleCatalogue.CATALOGUE, products, RandomMarket.DAY);
    ProductIndex index =
        ProductIndex.build(
            CompiledProduct.inEffect(products, SampleCatalogue.CATALOGUE, RandomMarket.DAY), shift);
    assertEquals(loop.products(), index.products());
    for (int i = 0; i < CANDIDATES; i++) {
      Candidate candidate = market.candidate();
      BitSet expected = loop.eligible(candidate);
      assertEquals(expected, index.eligible(candidate), () -> "seed " + seed);
    }
  }

  @Property(tries = 20, seed = "4712")
  void offers_by_index_are_the_offers_by_loop(@ForAll long seed) {
    RandomMarket market = new RandomMarket(seed, false);
    List<LoanProduct> products = market.products(60);
    Matcher matcher = new Matcher(SampleCatalogue.CATALOGUE, products, RandomMarket.DAY);
    LoanRequest request = new LoanRequest(5_000_000, 12, Purpose.WORKING_CAPITAL, 2_000);
    for (int i = 0; i < CANDIDATES; i++) {
      Candidate candidate = market.candidate();
      Matches matches = matcher.match(candidate, request, FutureValues.UNKNOWN);
      assertEquals(matches.offers(), matcher.offers(candidate, request));
      assertEquals(products.size(), matches.offers().size() + matches.withheld().size());
    }
  }

  @Property(tries = 60, seed = "4713")
  void behind_hard_rules_the_index_still_says_what_the_loop_says(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 80) int count) {
    RandomMarket market = new RandomMarket(seed, false);
    List<LoanProduct> products = market.products(count);
    List<HardRule> rules = market.rules();
    LoopMatcher loop =
        new LoopMatcher(SampleCatalogue.CATALOGUE, products, rules, RandomMarket.DAY);
    Matcher matcher = new Matcher(SampleCatalogue.CATALOGUE, products, rules, RandomMarket.DAY);
    CompiledRules compiled = CompiledRules.of(rules, SampleCatalogue.CATALOGUE);
    ProductIndex index =
        ProductIndex.build(
            CompiledProduct.inEffect(
                products, SampleCatalogue.CATALOGUE, compiled, RandomMarket.DAY),
            compiled,
            -1);
    LoanRequest request = new LoanRequest(5_000_000, 12, Purpose.WORKING_CAPITAL, 2_000);
    for (int i = 0; i < CANDIDATES; i++) {
      Candidate candidate = market.candidate();
      assertEquals(loop.eligible(candidate), index.eligible(candidate), () -> "seed " + seed);
      assertEquals(
          loop.match(candidate, request, FutureValues.UNKNOWN).offers(),
          matcher.offers(candidate, request));
    }
  }
}
