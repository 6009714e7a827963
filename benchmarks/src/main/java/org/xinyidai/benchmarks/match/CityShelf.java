package org.xinyidai.benchmarks.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.Bound;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.Criterion.WhenMissing;
import org.xinyidai.models.product.Effective;
import org.xinyidai.models.product.Lender;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.RangeCriterion;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.Source;
import org.xinyidai.models.product.Terms;
import org.xinyidai.models.product.Text;

/**
 * Thousands of made-up products whose thresholds lie where the enterprises of a simulated city lie:
 * about eight criteria each, and a few in a hundred products pass.
 */
final class CityShelf {
  private static final int LEAST_CRITERIA = 6;
  private static final int MOST_CRITERIA = 10;
  private static final int LENDERS = 60;

  /** Features that fewer enterprises have would keep nearly everyone away. */
  private static final double COVERED = 0.8;

  private final Platform platform;
  private final SplittableRandom random;
  private final List<Integer> features = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();

  CityShelf(Platform platform, long seed) {
    this.platform = platform;
    this.random = new SplittableRandom(seed);
    List<FeatureVector> vectors = new ArrayList<>();
    for (int shard = 0; shard < platform.store().shards().count(); shard++) {
      platform.vectors().forEach(shard, vectors::add);
    }
    for (int i = 0; i < platform.attributes().features(); i++) {
      int feature = i;
      double[] known =
          vectors.stream()
              .mapToDouble(vector -> vector.value(feature))
              .filter(value -> !Double.isNaN(value))
              .sorted()
              .toArray();
      boolean number = platform.attributes().get(i).kind() == Attribute.Kind.NUMBER;
      if (number && known.length >= COVERED * vectors.size() && spread(known)) {
        features.add(i);
        values.add(known);
      }
    }
  }

  private static boolean spread(double[] sorted) {
    return sorted.length > 0 && sorted[sorted.length / 4] < sorted[3 * sorted.length / 4];
  }

  List<LoanProduct> products(int count) {
    return IntStream.range(0, count).mapToObj(this::product).toList();
  }

  private LoanProduct product(int number) {
    Set<Integer> chosen = new TreeSet<>();
    int count = LEAST_CRITERIA + random.nextInt(MOST_CRITERIA - LEAST_CRITERIA + 1);
    while (chosen.size() < Math.min(count, features.size())) {
      chosen.add(random.nextInt(features.size()));
    }
    List<Criterion> criteria = chosen.stream().map(this::criterion).toList();
    int lender = random.nextInt(LENDERS);
    return new LoanProduct(
        new ProductId("synthetic-" + number),
        1,
        new Lender("bank-" + lender, new Text("银行" + lender, "Bank " + lender), Lender.Type.BANK),
        new Text("产品" + number, "Product " + number),
        Set.of(),
        new AmountRange(1, 300_000_000),
        new Terms(1, 12),
        new Rate.Fixed(250 + random.nextInt(400)),
        Set.of(),
        List.of(),
        Effective.ALWAYS,
        new Source("made up", ""),
        criteria);
  }

  /** Passes between one and sixteen of twenty enterprises. */
  private Criterion criterion(int chosen) {
    double[] sorted = values.get(chosen);
    double threshold = sorted[(int) ((0.2 + 0.75 * random.nextDouble()) * (sorted.length - 1))];
    return new RangeCriterion(
        platform.attributes().get(features.get(chosen)).name(),
        new Bound(threshold, true),
        Bound.NO_MAXIMUM,
        WhenMissing.FAILS);
  }
}
