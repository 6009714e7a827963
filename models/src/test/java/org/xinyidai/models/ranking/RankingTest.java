package org.xinyidai.models.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.match.Offer;
import org.xinyidai.models.policy.Measure;
import org.xinyidai.models.policy.PolicyEffect;
import org.xinyidai.models.policy.PolicyId;
import org.xinyidai.models.policy.PolicyTool;
import org.xinyidai.models.policy.PricedLoan;
import org.xinyidai.models.product.Effective;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SampleProducts;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.score.Grade;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RankingTest {
  private static final LoanRequest REQUEST =
      new LoanRequest(50_000_000, 12, Purpose.WORKING_CAPITAL, 600);

  @Test
  void the_example_of_the_formula_comes_out_as_it_is_written() {
    LoanProduct base = SampleProducts.with("p");
    LoanProduct product =
        SampleProducts.terms(
            base, base.amount(), base.terms(), new Rate.Fixed(395), base.purposes());
    Offer offer = new Offer(product, 50_000_000, 12, List.of());
    PolicyTool subsidy =
        new PolicyTool(
            new PolicyId("subsidy"),
            1,
            new Text("贴息", "subsidy"),
            new Measure.InterestSubsidy(100, 10_000_000),
            PolicyTool.Scope.ALL,
            Effective.ALWAYS,
            100_000_000,
            "某文件");
    PolicyEffect effect =
        new PolicyEffect(subsidy, subsidy.measure().yearlySavingFen(PricedLoan.of(offer), null));
    ExpectedBenefit benefit =
        ExpectedBenefit.of(
            offer,
            REQUEST,
            new Chance(0.8, Chance.Basis.PRODUCT, 12),
            OptionalInt.of(5),
            List.of(effect));
    assertEquals(1_172_000, benefit.expectedFen());
    assertEquals(1_475_000, benefit.costFen());
    assertEquals(500_000, benefit.subsidyFen());
    String why = new RankedOffer(offer, false, benefit, List.of(effect)).why(1).zh();
    assertTrue(why.startsWith("第1位：预期比参照融资节省"), why);
    assertTrue(why.contains("获批可能80%（该产品同等级12笔）") && why.contains("5个工作日"), why);
  }

  @Test
  void an_unpublished_rate_is_not_flattered() {
    LoanProduct base = SampleProducts.with("p");
    LoanProduct silent =
        SampleProducts.terms(
            base, base.amount(), base.terms(), new Rate.Unpublished(), base.purposes());
    ExpectedBenefit benefit =
        ExpectedBenefit.of(
            new Offer(silent, 50_000_000, 12, List.of()),
            REQUEST,
            new Chance(0.5, Chance.Basis.NONE, 0),
            OptionalInt.empty(),
            List.of());
    assertTrue(benefit.expectedFen() < 0);
    assertEquals(false, benefit.rateKnown());
  }

  @Test
  void the_chance_goes_from_the_market_to_the_product_as_the_example_has_it() {
    LoanProduct product = SampleProducts.with("p");
    List<PastDecision> decisions = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      decisions.add(new PastDecision("other-bank", null, Grade.B, i < 4, 9));
    }
    decisions.add(new PastDecision("some-bank", null, Grade.B, true, 3));
    decisions.add(new PastDecision("some-bank", "q", Grade.B, true, 5));
    LendingRecord record = LendingRecord.of(decisions);
    Chance chance = record.chance(product, Grade.B);
    assertEquals(0.85, chance.probability(), 1e-12);
    assertEquals(Chance.Basis.LENDER, chance.basis());
    assertEquals(2, chance.decisions());
    assertEquals(OptionalInt.of(3), record.medianDays(product.lender()));
    assertEquals(
        chance, new LendingRecord(record.cells(), record.medianDays()).chance(product, Grade.B));
  }

  @Test
  void without_any_decision_the_chance_is_even_and_says_that_it_knows_nothing() {
    LoanProduct product = SampleProducts.with("p");
    assertEquals(
        new Chance(0.5, Chance.Basis.NONE, 0), LendingRecord.EMPTY.chance(product, Grade.A));
    assertEquals(OptionalInt.empty(), LendingRecord.EMPTY.medianDays(product.lender()));
    LendingRecord others =
        LendingRecord.of(List.of(new PastDecision("x", null, Grade.A, false, -1)));
    assertEquals(Chance.Basis.MARKET, others.chance(product, Grade.A).basis());
    assertEquals(Chance.Basis.NONE, others.chance(product, Grade.D).basis());
  }

  @Test
  void decisions_under_the_chinese_name_count_for_the_organisation() {
    LoanProduct product = SampleProducts.with("p");
    LendingRecord record = LendingRecord.of(List.of(new PastDecision("某银行", "p", null, true, 4)));
    assertEquals(Chance.Basis.PRODUCT, record.chance(product, null).basis());
    assertEquals(Map.of("某银行", 4), record.medianDays());
  }
}
