package org.xinyidai.benchmarks.vectors;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.MissingReason;
import org.xinyidai.models.subject.Uscc;

/**
 * Feature vectors of enterprises that do not exist (模拟特征向量): the vector of a number is a function
 * of the seed and the number alone. Values have the spread of their unit; a feed in four is absent.
 */
public final class SyntheticVectors {
  public static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);

  private static final Instant KNOWN = Instant.parse("2024-07-05T01:00:00Z");
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int DISTRICTS = 8;
  private static final long STRIDE = 123_456_791;
  private static final int BODY_LENGTH = 6;
  private static final int FEEDS = 64;

  private final long seed;
  private final FeatureSchema schema = FeatureCatalogue.CURRENT;

  public SyntheticVectors(long seed) {
    this.seed = seed;
  }

  /** The code of an enterprise in one of eight districts; different for every number. */
  public static Uscc code(int number) {
    long rest = number * STRIDE;
    char[] body = new char[BODY_LENGTH];
    for (int i = 0; i < BODY_LENGTH; i++) {
      body[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    String district = "99010" + (1 + number % DISTRICTS);
    return Uscc.fromStem("91" + district + "MA" + new String(body));
  }

  /** The vector of an enterprise under the current schema. */
  public FeatureVector vector(Uscc uscc) {
    SplittableRandom random = new SplittableRandom(seed ^ uscc.value().hashCode() * STRIDE);
    long half = random.nextLong();
    long absent = random.nextLong() & half;
    List<FeatureDefinition> features = schema.features();
    double[] values = new double[features.size()];
    byte[] missing = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      FeatureDefinition feature = features.get(i);
      boolean none = (absent >>> (feature.feeds().get(0).number() % FEEDS) & 1) != 0;
      values[i] = none ? Double.NaN : value(feature, random);
      missing[i] = (none ? MissingReason.FEED_ABSENT : MissingReason.NONE).code();
    }
    return new FeatureVector(uscc, schema.version(), AS_OF, KNOWN, values, missing);
  }

  private static double value(FeatureDefinition feature, SplittableRandom random) {
    double even = random.nextDouble();
    return switch (feature.unit()) {
      case FEN -> Math.rint(Math.exp(10 + 10 * even));
      case KILOWATT_HOURS -> Math.rint(Math.exp(14 * even));
      case COUNT, PERSONS, CLASS -> Math.floor(20 * even * even * even);
      case MONTHS, YEARS, DAYS -> Math.floor(120 * even);
      case RATIO, BASIS_POINTS, NUMBER -> 2 * even - 0.5;
    };
  }
}
