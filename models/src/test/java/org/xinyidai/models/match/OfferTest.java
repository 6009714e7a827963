package org.xinyidai.models.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.match.Condition.Kind;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.Criterion.WhenMissing;
import org.xinyidai.models.product.FlagCriterion;
import org.xinyidai.models.product.LimitRule;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SampleCatalogue;
import org.xinyidai.models.product.SampleProducts;
import org.xinyidai.models.product.SetCriterion;
import org.xinyidai.models.product.Terms;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OfferTest {
  private static final long WAN = 1_000_000;
  private static final LoanRequest REQUEST =
      new LoanRequest(200 * WAN, 12, Purpose.WORKING_CAPITAL, 600);

  @Test
  void the_amount_is_the_least_of_the_request_the_formula_and_the_cap() {
    LoanProduct capped = SampleProducts.with("capped");
    LoanProduct byTax =
        SampleProducts.withLimits("by-tax", new LimitRule.FactorOf("tax_paid_fen_12m", 7.5));
    LoanProduct byClass =
        SampleProducts.withLimits(
            "by-class",
            new LimitRule.CapByCode("tax_rating_class", Map.of("A", 100 * WAN, "B", 80 * WAN)));
    Map<String, Double> features = Map.of("tax_paid_fen_12m", 2e7, "tax_rating_class", 4.0);
    assertEquals(200 * WAN, offer(capped, features, Map.of()).amountFen());
    assertEquals(150 * WAN, offer(byTax, features, Map.of()).amountFen());
    assertEquals(80 * WAN, offer(byClass, features, Map.of()).amountFen());
    LoanRequest large = new LoanRequest(900 * WAN, 12, Purpose.WORKING_CAPITAL, 600);
    Candidate candidate = SampleCandidate.with(features, Map.of());
    assertEquals(300 * WAN, matches(List.of(capped), candidate, large).offers().get(0).amountFen());
  }

  @Test
  void debts_come_off_the_limit_and_undeclared_ones_are_a_condition_not_zero() {
    LoanProduct product =
        SampleProducts.withLimits(
            "p", new LimitRule.ShareLessDebts("sales_invoiced_fen_12m", 0.5, "debts_fen"));
    Map<String, Double> sales = Map.of("sales_invoiced_fen_12m", 300.0 * WAN);
    Offer silent = offer(product, sales, Map.of());
    assertEquals(150 * WAN, silent.amountFen());
    assertEquals(List.of(Kind.DEBTS_COME_OFF), kinds(silent));
    Offer told = offer(product, sales, Map.of("debts_fen", 50.0 * WAN));
    assertEquals(100 * WAN, told.amountFen());
    assertEquals(List.of(), kinds(told));
    Candidate indebted = SampleCandidate.with(sales, Map.of("debts_fen", 400.0 * WAN));
    assertEquals(
        Mismatch.Kind.LIMIT_TOO_LOW,
        matches(List.of(product), indebted, REQUEST).withheld().get(0).mismatches().get(0).kind());
  }

  @Test
  void without_the_base_of_the_limit_there_is_no_offer() {
    LoanProduct product =
        SampleProducts.withLimits("p", new LimitRule.FactorOf("tax_paid_fen_12m", 7.5));
    Candidate unknown = SampleCandidate.with(Map.of(), Map.of());
    Mismatch mismatch =
        matches(List.of(product), unknown, REQUEST).withheld().get(0).mismatches().get(0);
    assertEquals(Mismatch.Kind.NO_DATA, mismatch.kind());
    assertEquals("额度测算：tax_paid_fen_12m × 7.5", mismatch.criterion().zh());
  }

  @Test
  void what_the_enterprise_declares_or_leaves_out_stands_on_the_offer() {
    LoanProduct product =
        SampleProducts.with(
            "p", new FlagCriterion("wages_paid_flag", true, WhenMissing.LENDER_CHECKS));
    assertEquals(List.of(Kind.UNDECLARED), kinds(offer(product, Map.of(), Map.of())));
    assertEquals(
        List.of(Kind.DECLARED_ONLY),
        kinds(offer(product, Map.of(), Map.of("wages_paid_flag", 1.0))));
    Candidate honest = SampleCandidate.with(Map.of(), Map.of("wages_paid_flag", 0.0));
    assertEquals(1, matches(List.of(product), honest, REQUEST).withheld().size());
    assertThrows(
        IllegalArgumentException.class,
        () -> SampleCandidate.with(Map.of(), Map.of("age_months", 99.0)));
  }

  @Test
  void a_title_of_any_tier_makes_a_technology_enterprise() {
    LoanProduct product =
        SampleProducts.with(
            "p",
            new SetCriterion(
                "technology_tier", List.of("highTech", "specialisedNew"), WhenMissing.FAILS));
    assertEquals(200 * WAN, offer(product, Map.of("high_tech_flag", 1.0), Map.of()).amountFen());
    for (Map<String, Double> other :
        List.of(
            Map.<String, Double>of(),
            Map.of("high_tech_flag", 0.0),
            Map.of("high_tech_flag", 1.0, "little_giant_flag", 1.0))) {
      Candidate candidate = SampleCandidate.with(other, Map.of());
      assertEquals(1, matches(List.of(product), candidate, REQUEST).withheld().size());
    }
  }

  @Test
  void offers_stand_by_rate_then_amount_then_conditions_and_ties_by_id() {
    AmountRange large = new AmountRange(1, 300 * WAN);
    AmountRange small = new AmountRange(1, 100 * WAN);
    Rate low = new Rate.Fixed(350);
    List<LoanProduct> expected =
        List.of(
            with("z", large, new Rate.Between(300, 350)),
            with("a", large, low),
            with("b", large, low),
            with("c", small, low),
            with("d", small, new Rate.AtMost(350)),
            with("e", large, new Rate.Fixed(400)),
            with("f", large, new Rate.AtMost(435)),
            with("g", large, new Rate.Unpublished()));
    List<LoanProduct> shuffled = new ArrayList<>(expected);
    Collections.reverse(shuffled);
    Candidate candidate = SampleCandidate.with(Map.of(), Map.of());
    assertEquals(
        expected,
        matches(shuffled, candidate, REQUEST).offers().stream().map(Offer::product).toList());
  }

  @Test
  void a_rate_that_may_pass_the_ceiling_is_offered_and_said() {
    LoanProduct product = with("p", new AmountRange(1, WAN), new Rate.Between(500, 700));
    Offer offer = offer(product, Map.of(), Map.of());
    assertEquals(
        "rate set by the lender, at most 7%, maybe above the ceiling asked for",
        offer.conditions().get(0).words().en());
  }

  private static LoanProduct with(String id, AmountRange amount, Rate rate) {
    return SampleProducts.terms(SampleProducts.with(id), amount, new Terms(1, 12), rate, Set.of());
  }

  private static Offer offer(
      LoanProduct product, Map<String, Double> features, Map<String, Double> declared) {
    Candidate candidate = SampleCandidate.with(features, declared);
    return matches(List.of(product), candidate, REQUEST).offers().get(0);
  }

  private static List<Kind> kinds(Offer offer) {
    return offer.conditions().stream().map(Condition::kind).toList();
  }

  private static Matches matches(
      List<LoanProduct> products, Candidate candidate, LoanRequest request) {
    return new Matcher(SampleCatalogue.CATALOGUE, products, SampleCandidate.DAY)
        .match(candidate, request, FutureValues.UNKNOWN);
  }
}
