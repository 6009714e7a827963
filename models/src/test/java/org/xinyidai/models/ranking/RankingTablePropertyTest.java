package org.xinyidai.models.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.match.Candidate;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.match.Matcher;
import org.xinyidai.models.match.OfferedProducts;
import org.xinyidai.models.policy.Measure;
import org.xinyidai.models.policy.OpenTools;
import org.xinyidai.models.policy.PolicyId;
import org.xinyidai.models.policy.PolicyTool;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.Bound;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.Criterion.WhenMissing;
import org.xinyidai.models.product.Effective;
import org.xinyidai.models.product.Fees;
import org.xinyidai.models.product.Lender;
import org.xinyidai.models.product.LimitRule;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.RangeCriterion;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SampleCatalogue;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Source;
import org.xinyidai.models.product.Terms;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.score.Grade;
import org.xinyidai.models.subject.Uscc;

class RankingTablePropertyTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
  private static final LoanRequest REQUEST =
      new LoanRequest(50_000_000, 12, Purpose.WORKING_CAPITAL, 2_000);
  private static final List<Grade> GRADES = List.of(Grade.values());

  @Property(tries = 300, seed = "63")
  void columns_give_the_offers_that_a_look_at_each_gives(
      @ForAll long seed, @ForAll @IntRange(max = 40) int most) {
    Random random = new Random(seed);
    List<LoanProduct> products = products(random);
    Matcher matcher = new Matcher(SampleCatalogue.CATALOGUE, products, DAY);
    Candidate candidate = candidate(random);
    Set<ProductId> closed =
        random.nextBoolean() ? Set.of(products.get(0).id(), new ProductId("gone")) : Set.of();
    OfferedProducts offered = matcher.find(candidate, REQUEST, closed);
    LendingRecord record = record(random);
    Grade grade = random.nextInt(4) == 0 ? null : GRADES.get(random.nextInt(GRADES.size()));
    OpenTools tools = OpenTools.of(tools(random), candidate, REQUEST.purpose(), grade);
    Set<String> preferred = random.nextBoolean() ? Set.of("bank-1", "bank-3") : Set.of();

    List<RankedOffer> slow =
        new OfferOrder(record, preferred).rank(offered.offers(), REQUEST, grade, tools);
    List<RankedOffer> fast =
        new RankingTable(matcher.products(), record)
            .best(most, offered, new RankingTable.Wish(REQUEST, grade, tools, preferred));
    assertEquals(slow.subList(0, Math.min(most, slow.size())), fast, () -> "seed " + seed);
  }

  private static List<LoanProduct> products(Random random) {
    List<LoanProduct> products = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      products.add(product(i, random));
    }
    Collections.shuffle(products, random);
    return products;
  }

  private static LoanProduct product(int number, Random random) {
    List<LimitRule> limits =
        random.nextInt(3) == 0
            ? List.of(new LimitRule.FactorOf("tax_paid_fen_12m", 1 + random.nextInt(5)))
            : List.of();
    List<Criterion> criteria =
        random.nextInt(3) == 0
            ? List.of(
                new RangeCriterion(
                    "age_months",
                    new Bound(12, true),
                    Bound.NO_MAXIMUM,
                    random.nextBoolean() ? WhenMissing.LENDER_CHECKS : WhenMissing.FAILS))
            : List.of();
    Rate rate =
        random.nextInt(4) == 0 ? new Rate.Unpublished() : new Rate.Fixed(400 + random.nextInt(3));
    return new LoanProduct(
        new ProductId("p" + number),
        1,
        new Lender("bank-" + random.nextInt(5), new Text("银行", "bank"), Lender.Type.BANK),
        new Text("产品", "product"),
        Set.of(),
        new AmountRange(1, 10_000_000L * (1 + random.nextInt(6))),
        new Terms(1, 12),
        rate,
        new Fees(random.nextInt(2) * 20, random.nextInt(3) * 50),
        random.nextBoolean() ? Set.of(SecurityMode.GUARANTEE) : Set.of(),
        limits,
        Effective.ALWAYS,
        new Source("a test", ""),
        criteria);
  }

  private static List<PolicyTool> tools(Random random) {
    List<Measure> measures = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      measures.add(new Measure.InterestSubsidy(100, 300_000L * (1 + random.nextInt(3))));
    }
    if (random.nextInt(3) == 0) {
      measures.add(new Measure.GuaranteeFee(Map.of(Grade.A, 10, Grade.B, 30)));
    }
    if (random.nextInt(3) == 0) {
      measures.add(new Measure.CompensationFund(1_000_000_000, 3_000));
    }
    List<PolicyTool> tools = new ArrayList<>();
    for (Measure measure : measures) {
      Set<SecurityMode> security = random.nextBoolean() ? Set.of(SecurityMode.GUARANTEE) : Set.of();
      Set<ProductId> named =
          random.nextInt(3) == 0
              ? Set.of(new ProductId("p1"), new ProductId("p7"), new ProductId("gone"))
              : Set.of();
      tools.add(
          new PolicyTool(
              new PolicyId("t" + tools.size()),
              1,
              new Text("工具", "tool"),
              measure,
              new PolicyTool.Scope(named, Set.of(), security, List.of()),
              Effective.ALWAYS,
              400_000L * random.nextInt(4),
              "a paper"));
    }
    return tools;
  }

  private static LendingRecord record(Random random) {
    List<PastDecision> decisions = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      decisions.add(
          new PastDecision(
              "bank-" + random.nextInt(4),
              random.nextBoolean() ? "p" + random.nextInt(30) : null,
              random.nextBoolean() ? Grade.B : Grade.C,
              random.nextBoolean(),
              random.nextInt(12) - 1));
    }
    return random.nextInt(5) == 0 ? LendingRecord.EMPTY : LendingRecord.of(decisions);
  }

  private static Candidate candidate(Random random) {
    double[] values = new double[SampleCatalogue.CATALOGUE.features()];
    Arrays.fill(values, Double.NaN);
    set(values, "tax_paid_fen_12m", 5_000_000d * (1 + random.nextInt(5)));
    if (random.nextBoolean()) {
      set(values, "age_months", 6d * random.nextInt(6));
    }
    FeatureVector vector =
        new FeatureVector(
            Uscc.fromStem("91430100MA4L0001"),
            7,
            DAY,
            Instant.EPOCH,
            values,
            new byte[values.length]);
    return Candidate.of(SampleCatalogue.CATALOGUE, vector).build();
  }

  private static void set(double[] values, String name, double value) {
    values[SampleCatalogue.CATALOGUE.positionOf(name)] = value;
  }
}
