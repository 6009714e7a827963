package org.xinyidai.engine.simulation.life;

/**
 * Repeatable chance (可复现随机数): an address always rolls the same numbers, so that any resident and
 * month can be simulated alone. A counter mixed by splitmix64 (Steele, Lea and Flood, 2014); {@link
 * StrictMath} keeps the results equal on every machine. Not for use by two threads at once.
 */
public final class Dice {
  /** Addresses up to 255 belong to the feeds by their number; the lives of residents use these. */
  static final int TRAITS = 1000;

  static final int SHOCK = 1001;
  static final int DEFAULT = 1002;
  static final int PLACE = 1003;
  static final int OWED = 1004;
  static final int COUNT = 1100;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1p-53;
  private static final double SMALL_MEAN = 16;

  private final long seed;
  private long state;

  public Dice(long seed) {
    this.seed = mix(seed + GOLDEN);
  }

  /** Goes to the numbers of a purpose, resident, month and item. */
  public Dice at(int purpose, int resident, int month, int item) {
    long place = mix(seed + GOLDEN * (((long) purpose << 32) | resident));
    state = mix(place + GOLDEN * (((long) month << 32) | (item & 0xFFFFFFFFL)));
    return this;
  }

  /** A number that any bit of the address changes. */
  public long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /** At least 0, below 1. */
  public double uniform() {
    return (bits() >>> 11) * UNIT;
  }

  /** At least 0, below the bound. */
  public int below(int bound) {
    return (int) (((bits() >>> 32) * bound) >>> 32);
  }

  public boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Near to normal with mean 0 and deviation 1: a sum of four uniform numbers, within 3.5. */
  public double normal() {
    long four = bits();
    long sum =
        (four & 0xFFFF) + ((four >>> 16) & 0xFFFF) + ((four >>> 32) & 0xFFFF) + (four >>> 48);
    return (sum + 2) * 0x1p-16 * 1.7320508075688772 - 3.4641016151377544;
  }

  /** Lognormal with the given mean and deviation of its logarithm. */
  public double lognormal(double mean, double deviation) {
    return StrictMath.exp(mean + deviation * normal());
  }

  /** How many events happen where so many are expected (Poisson). */
  public int events(double expected) {
    if (expected <= 0) {
      return 0;
    }
    if (expected > SMALL_MEAN) {
      return (int) Math.max(0, Math.round(expected + Math.sqrt(expected) * normal()));
    }
    double floor = StrictMath.exp(-expected);
    double product = uniform();
    int events = 0;
    while (product > floor) {
      product *= uniform();
      events++;
    }
    return events;
  }

  /** The position in a list of weights, each as likely as its weight. */
  public int weighted(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = uniform() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
