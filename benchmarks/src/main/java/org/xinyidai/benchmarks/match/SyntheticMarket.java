package org.xinyidai.benchmarks.match;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureValue;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.MendsWithTime;
import org.xinyidai.models.feature.MissingReason;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.match.Candidate;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.Effective;
import org.xinyidai.models.product.FlagCriterion;
import org.xinyidai.models.product.Lender;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.RangeCriterion;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SetCriterion;
import org.xinyidai.models.product.Source;
import org.xinyidai.models.product.Terms;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.subject.Uscc;

/**
 * A made-up market of products with about eight typed criteria each, over numbers, a flag, a class
 * and an industry, the common attributes far more often than the rare ones. An enterprise passes
 * about three in a hundred.
 */
final class SyntheticMarket {
  static final LocalDate DAY = LocalDate.of(2024, 6, 30);
  private static final int NUMBERS = 32;
  private static final int LEAST_CRITERIA = 6;
  private static final int MOST_CRITERIA = 10;
  private static final double MISSING_SHARE = 0.02;
  private static final Criterion.WhenMissing FAILS = Criterion.WhenMissing.FAILS;

  final AttributeCatalogue catalogue;
  final List<LoanProduct> products;
  private final FeatureSchema schema;
  private final SplittableRandom random;

  /**
   * Makes the market of a seed.
   *
   * @param thresholds how many different thresholds an attribute has; 0 for wholly distinct ones
   */
  SyntheticMarket(long seed, int products, int thresholds) {
    this.random = new SplittableRandom(seed);
    List<FeatureDefinition> features = new ArrayList<>();
    IntStream.range(0, NUMBERS).forEach(i -> features.add(feature("number_" + i)));
    features.add(feature("special_flag"));
    features.add(feature("tax_rating_class"));
    this.schema = new FeatureSchema(1, features);
    this.catalogue = AttributeCatalogue.of(schema);
    this.products = IntStream.range(0, products).mapToObj(i -> product(i, thresholds)).toList();
  }

  Candidate candidate() {
    double[] values = new double[schema.features().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < MISSING_SHARE ? Double.NaN : random.nextDouble();
    }
    values[NUMBERS] = random.nextInt(2);
    values[NUMBERS + 1] = 1 + random.nextInt(5);
    FeatureVector vector =
        new FeatureVector(
            Uscc.fromStem("91430100MA4L0001"),
            schema.version(),
            DAY,
            Instant.EPOCH,
            values,
            new byte[values.length]);
    return Candidate.of(catalogue, vector)
        .code("industry_code", String.valueOf(1000 + random.nextInt(9000)))
        .build();
  }

  private LoanProduct product(int number, int thresholds) {
    Set<Integer> attributes = new TreeSet<>();
    int count = LEAST_CRITERIA + random.nextInt(MOST_CRITERIA - LEAST_CRITERIA + 1);
    while (attributes.size() < count) {
      // The square prefers the low numbers: age and tax are asked far more often than patents.
      double share = random.nextDouble();
      attributes.add((int) (share * share * (NUMBERS + 3)));
    }
    List<Criterion> criteria = attributes.stream().map(a -> criterion(a, thresholds)).toList();
    return new LoanProduct(
        new ProductId("product-" + number),
        1,
        new Lender("bank", new Text("银行", "bank"), Lender.Type.BANK),
        new Text("产品", "product"),
        Set.of(),
        new AmountRange(1, 300_000_000),
        new Terms(1, 12),
        new Rate.Fixed(400),
        Set.of(),
        List.of(),
        Effective.ALWAYS,
        new Source("made up", ""),
        criteria);
  }

  private Criterion criterion(int attribute, int thresholds) {
    if (attribute == NUMBERS) {
      return new FlagCriterion("special_flag", true, FAILS);
    }
    if (attribute == NUMBERS + 1) {
      return new SetCriterion("tax_rating_class", List.of("A", "B", "M"), FAILS);
    }
    if (attribute == NUMBERS + 2) {
      List<String> divisions =
          IntStream.range(10, 100)
              .filter(code -> random.nextDouble() < 0.6)
              .mapToObj(String::valueOf)
              .toList();
      return new SetCriterion("industry_code", divisions, FAILS);
    }
    double threshold = random.nextDouble() * 0.7;
    double cut = thresholds == 0 ? threshold : Math.floor(threshold * thresholds) / thresholds;
    String name = "number_" + attribute;
    return random.nextBoolean()
        ? RangeCriterion.atLeast(name, cut)
        : RangeCriterion.atMost(name, 1 - cut);
  }

  private static FeatureDefinition feature(String name) {
    return new FeatureDefinition(
        name,
        name,
        name,
        Unit.NUMBER,
        0,
        List.of(),
        "given by the benchmark",
        MendsWithTime.NEVER,
        observation -> FeatureValue.missing(MissingReason.FEED_ABSENT));
  }
}
