package org.xinyidai.engine.lead;

/**
 * A count as it is told (计数口径). To a lender: not at all below a bound, else about, so that two
 * questions that differ by one enterprise do not tell which side it is on. To the office: as it is.
 *
 * @param count rounded to {@link #STEP} for a lender; 0 where it is too few to tell
 * @param exact whether it is the count itself
 * @param tooFew whether fewer than {@link #MOST_HIDDEN} match, or none
 */
public record ToldCount(long count, boolean exact, boolean tooFew) {
  /** Below it no count is told: the custom for tables of enterprises and of persons. */
  public static final int LEAST = 10;

  /** The bound itself varies, so that it cannot be felt out: no group of so many is hidden. */
  public static final int MOST_HIDDEN = 16;

  /** What is told is a multiple of it. */
  public static final int STEP = 10;

  private static final int NOISE = 5;

  static ToldCount exact(long count) {
    return new ToldCount(count, true, false);
  }

  /**
   * What a lender is told. The noise comes of who matches and of nothing else: the same group asked
   * for in other words gives the same answer, so asking often does not wear it off.
   *
   * @param fingerprint of those who match
   */
  static ToldCount to(LenderKey lender, long count, long fingerprint) {
    long noise = lender.number("count", Long.toHexString(fingerprint));
    long bound = LEAST + (long) Math.floorMod(noise, MOST_HIDDEN - LEAST);
    if (count < bound) {
      return new ToldCount(0, false, true);
    }
    long blurred = count + Math.floorMod(noise >>> 32, 2 * NOISE + 1) - NOISE;
    long rounded = Math.round((double) blurred / STEP) * STEP;
    return new ToldCount(Math.max(LEAST, rounded), false, false);
  }
}
