package org.xinyidai.engine.lead;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.xinyidai.engine.screening.ScreeningDesk;
import org.xinyidai.engine.screening.Snapshot;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.screening.Screening;
import org.xinyidai.models.screening.ScreeningIndexBuilder;
import org.xinyidai.models.subject.Uscc;

/** Made-up enterprises with all that a lender may ask for: crowds, and some who stand alone. */
final class RandomTown {
  static final AttributeCatalogue CATALOGUE = AttributeCatalogue.of(FeatureCatalogue.CURRENT);
  static final Grid GRID = new Grid(CATALOGUE);

  private static final int SCORE = CATALOGUE.positionOf(ScreeningDesk.ORDER);
  private static final double MISSING = 0.04;

  private RandomTown() {}

  static Uscc uscc(int number) {
    return Uscc.fromStem("91430100%08d".formatted(number));
  }

  static LenderKey key(long seed) {
    byte[] secret = new byte[LenderKey.BYTES];
    new SplittableRandom(seed).nextBytes(secret);
    return new LenderKey(secret);
  }

  /** The better known a place or trade, the more of it there are. */
  static LeadView view(long seed, int firms) {
    return view(seed, firms, seed);
  }

  /** The same town of one seed under another secret. */
  static LeadView view(long seed, int firms, long secret) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<Integer> positions =
        ScreeningDesk.ALWAYS.stream().map(CATALOGUE::positionOf).collect(Collectors.toSet());
    ScreeningIndexBuilder builder =
        new ScreeningIndexBuilder(
            positions.stream().mapToInt(Integer::intValue).sorted().toArray(), SCORE);
    for (int firm = 0; firm < firms; firm++) {
      builder.add(uscc(firm), row(random));
    }
    Screening rows = new Screening(builder.build(), SCORE);
    return new LeadView(GRID, new Snapshot(rows, Instant.EPOCH, "", positions), secret);
  }

  private static double[] row(SplittableRandom random) {
    double[] values = new double[CATALOGUE.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < MISSING ? Double.NaN : skewed(random, 10) * 1_000_000;
    }
    put(values, "division_code", 430_101 + skewed(random, 9));
    put(values, "industry_section", 1 + skewed(random, 6));
    put(values, "industry_code", 100 * (1 + skewed(random, 12)));
    put(values, "size_class", 1 + skewed(random, 4));
    put(values, "subject_type", 1 + skewed(random, 3));
    put(values, "age_months", skewed(random, 200));
    put(values, "stars", 1 + random.nextInt(5));
    put(values, "grade", 1 + random.nextInt(4));
    put(values, "tax_rating_class", 1 + random.nextInt(5));
    put(values, ScreeningDesk.ORDER, 300 + random.nextInt(550));
    if (random.nextDouble() < MISSING) {
      put(values, "division_code", Double.NaN);
    }
    return values;
  }

  private static int skewed(SplittableRandom random, int bound) {
    double part = random.nextDouble();
    return (int) (part * part * part * bound);
  }

  private static void put(double[] values, String name, double value) {
    values[CATALOGUE.positionOf(name)] = value;
  }

  /** Read off a signboard. */
  static List<String> outward() {
    return List.of(
        "division_code",
        "industry_section",
        "industry_code",
        "size_class",
        "subject_type",
        "age_months");
  }
}
