package org.xinyidai.models.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.HardRule;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.SampleCatalogue;

class DryRunPropertyTest {
  private static final int CANDIDATES = 60;

  @Property(tries = 100, seed = "91")
  void a_dry_run_counts_whom_the_matcher_takes(@ForAll long seed) {
    RandomMarket market = new RandomMarket(seed, false);
    List<LoanProduct> products = market.products(2);
    List<HardRule> rules = market.rules();
    DryRun run =
        new DryRun(
            SampleCatalogue.CATALOGUE, products.get(0), products.get(1), rules, RandomMarket.DAY);
    DryRun other =
        new DryRun(
            SampleCatalogue.CATALOGUE, products.get(0), products.get(1), rules, RandomMarket.DAY);
    LoopMatcher loop =
        new LoopMatcher(SampleCatalogue.CATALOGUE, products, rules, RandomMarket.DAY);
    List<BitSet> expected = new ArrayList<>();
    for (int i = 0; i < CANDIDATES; i++) {
      Candidate candidate = market.candidate();
      expected.add(loop.eligible(candidate));
      (i % 2 == 0 ? run : other).add(candidate, i % 3 == 0 ? "430102" : "");
    }
    DryRun.Report report = run.add(other).report();
    assertEquals(CANDIDATES, report.enterprises());
    assertEquals(count(expected, true, null), report.passing(), "seed " + seed);
    assertEquals(count(expected, true, false), report.gained());
    assertEquals(count(expected, false, true), report.lost());
    assertEquals(
        report.passing(),
        report.byDistrict().values().stream().mapToLong(DryRun.Share::passing).sum());
    for (DryRun.Exclusion one : report.byCriterion()) {
      assertTrue(one.failingAlone() <= one.failing());
    }
  }

  private static long count(List<BitSet> passing, boolean next, @Nullable Boolean last) {
    return passing.stream()
        .filter(bits -> bits.get(0) == next)
        .filter(bits -> last == null || bits.get(1) == last)
        .count();
  }

  @Example
  void without_a_version_before_nothing_is_compared() {
    RandomMarket market = new RandomMarket(5, false);
    DryRun run =
        new DryRun(
            SampleCatalogue.CATALOGUE,
            market.products(1).get(0),
            null,
            List.of(),
            RandomMarket.DAY);
    run.add(market.candidate(), "");
    assertEquals(false, run.report().compared());
    assertEquals(0, run.report().gained() + run.report().lost());
  }
}
