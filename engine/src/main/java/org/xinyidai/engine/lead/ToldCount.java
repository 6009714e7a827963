package org.xinyidai.engine.lead;

import org.xinyidai.models.screening.Tally;

/**
 * A count as it is told (计数口径). To a lender: not at all below a bound, else about. To the office:
 * as it is.
 *
 * @param count rounded to {@link #STEP} for a lender; 0 where it is too few to tell
 * @param exact whether it is the count itself
 * @param fewerThan where it is too few to tell, what they are fewer than, or none; else 0
 */
public record ToldCount(long count, boolean exact, int fewerThan) {
  /** Below it no count is told: the custom for tables of enterprises and of persons. */
  public static final int LEAST = 10;

  /** What is told is a multiple of it. */
  public static final int STEP = 10;

  /** How far off a count by whole bands may be before it is rounded. */
  private static final int NOISE = 5;

  /** How many bounds there are, of which a count by whole bands has one, from {@link #LEAST} on. */
  private static final int BOUNDS = 6;

  /** The same where thresholds may be anything, and their difference one enterprise. */
  private static final int FINE_NOISE = 15;

  private static final int FINE_BOUNDS = 2 * FINE_NOISE + 1;

  static ToldCount exact(long count) {
    return new ToldCount(count, true, 0);
  }

  /** Whether too few match to be told of. */
  public boolean tooFew() {
    return fewerThan > 0;
  }

  /**
   * By whole bands. The noise comes of who matches: the same group asked for in other words gives
   * the same answer. That two groups are not the same tells what their rows tell as well.
   */
  static ToldCount to(LenderKey lender, Tally tally) {
    long random = lender.number("count", Long.toHexString(tally.who()));
    return blurred(tally.count(), random, NOISE, BOUNDS);
  }

  /**
   * By criteria that are finer than bands. The noise comes of how it was asked: if it came of who
   * matches, two questions that differ by one enterprise would give one answer only if it is in
   * neither. See {@link FineCounts} for how often a lender is told.
   *
   * @param question equal for equal questions alone
   */
  static ToldCount finely(LenderKey lender, long count, String question) {
    return blurred(count, lender.number("fine count", question), FINE_NOISE, FINE_BOUNDS);
  }

  /** The bound varies, for a fixed one could be felt out. */
  private static ToldCount blurred(long count, long random, int noise, int bounds) {
    if (count < LEAST + Math.floorMod(random, bounds)) {
      return new ToldCount(0, false, LEAST + bounds);
    }
    long blurred = count + Math.floorMod(random >>> 32, 2 * noise + 1) - noise;
    long rounded = Math.round((double) blurred / STEP) * STEP;
    return new ToldCount(Math.max(LEAST, rounded), false, 0);
  }
}
