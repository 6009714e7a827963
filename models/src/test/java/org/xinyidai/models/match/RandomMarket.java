package org.xinyidai.models.match;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.Bound;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.Criterion.WhenMissing;
import org.xinyidai.models.product.DateCriterion;
import org.xinyidai.models.product.FlagCriterion;
import org.xinyidai.models.product.HardRule;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.RangeCriterion;
import org.xinyidai.models.product.SampleCatalogue;
import org.xinyidai.models.product.SampleProducts;
import org.xinyidai.models.product.SetCriterion;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.subject.Uscc;

/** Random products and enterprises from a seed, whose values often lie right on a threshold. */
final class RandomMarket {
  private static final List<WhenMissing> MISSING = List.of(WhenMissing.values());
  static final LocalDate DAY = LocalDate.of(2024, 2, 29);
  private static final Uscc USCC = Uscc.fromStem("91430100MA4L0001");

  private final SplittableRandom random;
  private final boolean distinct;
  private final List<Double> thresholds = new ArrayList<>();
  private int fresh;

  /**
   * @param distinct whether no two criteria share a threshold
   */
  RandomMarket(long seed, boolean distinct) {
    this.random = new SplittableRandom(seed);
    this.distinct = distinct;
  }

  List<LoanProduct> products(int count) {
    List<LoanProduct> products = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Criterion[] criteria = new Criterion[random.nextInt(9)];
      for (int j = 0; j < criteria.length; j++) {
        criteria[j] = criterion();
      }
      products.add(SampleProducts.with("product-" + i, criteria));
    }
    return products;
  }

  /** Some hard rules, under which about a third of the candidates fall. */
  List<HardRule> rules() {
    HardRule.Words words =
        new HardRule.Words(new Text("规则", "rule"), new Text("情形", "found"), new Text("退出", "exit"));
    Criterion status =
        new SetCriterion("registration_status", List.of("ACTIVE", "MOVED"), WhenMissing.PASSES);
    Criterion flag = new FlagCriterion("high_tech_flag", random.nextBoolean(), WhenMissing.PASSES);
    return List.of(
        new HardRule("status", 1, status, words, "某法第一条"),
        new HardRule("flag", 1, flag, words, "某法第二条"));
  }

  Candidate candidate() {
    int features = SampleCatalogue.CATALOGUE.features();
    double[] values = new double[features];
    for (int i = 0; i < features; i++) {
      values[i] = value(SampleCatalogue.CATALOGUE.get(i));
    }
    FeatureVector vector =
        new FeatureVector(USCC, 7, DAY, Instant.EPOCH, values, new byte[features]);
    Candidate.Builder candidate = Candidate.of(SampleCatalogue.CATALOGUE, vector);
    if (random.nextBoolean()) {
      candidate.code("registration_status", random.nextInt(3) == 0 ? "REVOKED" : "ACTIVE");
      candidate.code("industry_code", "39").code("division_code", "430102");
      candidate.declared(Map.of("debts_fen", value(SampleCatalogue.CATALOGUE.get("debts_fen"))));
      candidate.day("founded_on", DAY.minusDays(random.nextInt(1500)));
    }
    return candidate.build();
  }

  private Criterion criterion() {
    WhenMissing missing = MISSING.get(random.nextInt(MISSING.size()));
    return switch (random.nextInt(8)) {
      case 0 -> new FlagCriterion("high_tech_flag", random.nextBoolean(), missing);
      case 1 -> new SetCriterion("tax_rating_class", List.of("A", "M"), missing);
      case 2 -> new SetCriterion("industry_code", List.of("3", "391", "4011"), missing);
      case 3 -> new DateCriterion("founded_on", random.nextInt(48), missing);
      case 4 -> new RangeCriterion("debts_fen", Bound.NO_MINIMUM, bound(), missing);
      case 5 -> new RangeCriterion("age_months", bound(), Bound.NO_MAXIMUM, missing);
      default -> new RangeCriterion("tax_paid_fen_12m", bound(), bound(), missing);
    };
  }

  private Bound bound() {
    // Around zero too: -0.0 and the least values beside it are the awkward ones.
    double value = distinct ? ++fresh / 8.0 - 50 : random.nextInt(7) - 3;
    if (random.nextInt(10) == 0) {
      value = random.nextBoolean() ? -0.0 : Double.MIN_VALUE;
    }
    thresholds.add(value);
    return new Bound(value, random.nextBoolean());
  }

  private double value(Attribute attribute) {
    int choice = random.nextInt(6);
    if (choice == 0) {
      return Double.NaN;
    }
    if (attribute.kind() != Attribute.Kind.NUMBER) {
      return random.nextInt(6);
    }
    double threshold = thresholds.isEmpty() ? 0 : thresholds.get(random.nextInt(thresholds.size()));
    return switch (choice) {
      case 1 -> threshold;
      case 2 -> Math.nextUp(threshold);
      case 3 -> Math.nextDown(threshold);
      case 4 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
      default -> random.nextInt(40) - 20;
    };
  }
}
