package org.xinyidai.models.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.match.Candidate;
import org.xinyidai.models.match.Offer;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.Criterion.WhenMissing;
import org.xinyidai.models.product.Effective;
import org.xinyidai.models.product.Fees;
import org.xinyidai.models.product.Lender;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SampleCatalogue;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.SetCriterion;
import org.xinyidai.models.product.Source;
import org.xinyidai.models.product.Terms;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.score.Grade;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenToolsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
  private static final Offer OFFER = new Offer(product(), 50_000_000, 12, List.of());

  @Test
  void a_subsidy_saves_its_rate_up_to_its_cap_and_never_more_than_the_interest() {
    assertEquals(500_000, saving(new Measure.InterestSubsidy(100, 9_000_000), Grade.B));
    assertEquals(300_000, saving(new Measure.InterestSubsidy(100, 300_000), Grade.B));
    assertEquals(2_000_000, saving(new Measure.InterestSubsidy(900, 9_000_000), Grade.B));
  }

  @Test
  void the_better_the_grade_the_cheaper_the_guarantee() {
    Measure fee = new Measure.GuaranteeFee(Map.of(Grade.A, 50, Grade.B, 100));
    assertEquals(500_000, saving(fee, Grade.A));
    assertEquals(250_000, saving(fee, Grade.B));
    assertEquals(List.of(), effects(tool(fee, PolicyTool.Scope.ALL, 1L << 40), Grade.C));
  }

  @Test
  void funds_and_insurance_are_named_and_change_no_cost() {
    assertEquals(0, saving(new Measure.CompensationFund(1_000_000_000, 3_000), null));
    assertEquals(0, saving(new Measure.Insurance(120, 60), null));
    assertTrue(new Measure.CompensationFund(100_000_000, 3_000).words().zh().contains("30%"));
    Measure bridge = new Measure.BridgeFund(2, 10);
    assertEquals(List.of(), effects(tool(bridge, PolicyTool.Scope.ALL, 50_000_000), null));
    assertEquals(1, refinancing(tool(bridge, PolicyTool.Scope.ALL, 50_000_000)));
  }

  @Test
  void a_fund_that_cannot_keep_its_word_for_the_offer_is_not_promised() {
    Measure bridge = new Measure.BridgeFund(2, 10);
    assertEquals(0, refinancing(tool(bridge, PolicyTool.Scope.ALL, 49_999_999)));
    // 30% of 500,000 yuan is 150,000 yuan.
    Measure full = new Measure.CompensationFund(15_000_000, 3_000);
    Measure empty = new Measure.CompensationFund(14_999_999, 3_000);
    assertEquals(1, effects(tool(full, PolicyTool.Scope.ALL, 0), null).size());
    assertEquals(List.of(), effects(tool(empty, PolicyTool.Scope.ALL, 1L << 40), null));
    // The city pays 0.6% of 500,000 yuan, 3,000 yuan.
    Measure insurance = new Measure.Insurance(120, 60);
    assertEquals(1, effects(tool(insurance, PolicyTool.Scope.ALL, 300_000), null).size());
    assertEquals(List.of(), effects(tool(insurance, PolicyTool.Scope.ALL, 299_999), null));
  }

  private static int refinancing(PolicyTool tool) {
    return OpenTools.of(List.of(tool), candidate("430102"), Purpose.REFINANCING, null)
        .effects(OFFER)
        .size();
  }

  @Test
  void a_tool_is_for_whom_and_what_it_names_while_its_budget_lasts() {
    Measure subsidy = new Measure.InterestSubsidy(100, 9_000_000);
    PolicyTool.Scope here =
        new PolicyTool.Scope(
            Set.of(new ProductId("p")),
            Set.of(Purpose.WORKING_CAPITAL),
            Set.of(SecurityMode.GUARANTEE),
            List.of(new SetCriterion("division_code", List.of("4301"), WhenMissing.FAILS)));
    PolicyTool tool = tool(subsidy, here, 500_000);
    assertEquals(1, effects(tool, null).size());
    assertEquals(List.of(), effects(tool(subsidy, here, 499_999), null));
    assertEquals(
        List.of(),
        OpenTools.of(List.of(tool), candidate("110101"), Purpose.WORKING_CAPITAL, null)
            .effects(OFFER));
    assertEquals(
        List.of(),
        OpenTools.of(List.of(tool), candidate("430102"), Purpose.EQUIPMENT, null).effects(OFFER));
    PolicyTool.Scope mortgages =
        new PolicyTool.Scope(Set.of(), Set.of(), Set.of(SecurityMode.MORTGAGE), List.of());
    assertEquals(List.of(), effects(tool(subsidy, mortgages, 1L << 40), null));
    PolicyTool over =
        new PolicyTool(
            new PolicyId("t"),
            2,
            new Text("t", "t"),
            subsidy,
            here,
            new Effective(null, DAY.minusDays(1)),
            1L << 40,
            "");
    assertEquals(List.of(), effects(over, null));
  }

  @Test
  void what_cannot_be_a_rate_or_an_amount_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Measure.InterestSubsidy(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Measure.Insurance(100, 101));
    assertThrows(IllegalArgumentException.class, () -> new Measure.CompensationFund(1, 10_001));
    assertThrows(IllegalArgumentException.class, () -> new PolicyId("No Id"));
  }

  private static long saving(Measure measure, @Nullable Grade grade) {
    return effects(tool(measure, PolicyTool.Scope.ALL, 1L << 40), grade).get(0).yearlySavingFen();
  }

  private static List<PolicyEffect> effects(PolicyTool tool, @Nullable Grade grade) {
    return OpenTools.of(List.of(tool), candidate("430102"), Purpose.WORKING_CAPITAL, grade)
        .effects(OFFER);
  }

  private static PolicyTool tool(Measure measure, PolicyTool.Scope scope, long budgetFen) {
    return new PolicyTool(
        new PolicyId("t"),
        1,
        new Text("某工具", "some tool"),
        measure,
        scope,
        Effective.ALWAYS,
        budgetFen,
        "某文件");
  }

  private static LoanProduct product() {
    return new LoanProduct(
        new ProductId("p"),
        1,
        new Lender("g", new Text("某担保", "some guarantor"), Lender.Type.GUARANTEE),
        new Text("担保贷", "guaranteed loan"),
        Set.of(),
        new AmountRange(1, 300_000_000),
        new Terms(1, 12),
        new Rate.Fixed(400),
        new Fees(0, 150),
        Set.of(SecurityMode.GUARANTEE),
        List.of(),
        Effective.ALWAYS,
        new Source("a test", ""),
        List.of());
  }

  private static Candidate candidate(String division) {
    double[] values = new double[SampleCatalogue.CATALOGUE.features()];
    Arrays.fill(values, Double.NaN);
    FeatureVector vector =
        new FeatureVector(
            Uscc.fromStem("91430100MA4L0001"),
            7,
            DAY,
            Instant.EPOCH,
            values,
            new byte[values.length]);
    return Candidate.of(SampleCatalogue.CATALOGUE, vector).code("division_code", division).build();
  }
}
