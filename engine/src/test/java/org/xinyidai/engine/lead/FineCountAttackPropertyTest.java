package org.xinyidai.engine.lead;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A lender asks with its products for pairs of groups that differ by one enterprise at most, and
 * takes averages: whether that one is in shall not be had for the questions of a working week.
 */
class FineCountAttackPropertyTest {
  private static final int GAMES = 400;
  private static final int DAYS = 5;

  /** Of all games; half of them is won by tossing a coin. */
  private static final double MOST_WON = 0.75;

  @Property(tries = 4, seed = "1505")
  void averages_of_a_week_hardly_tell_who_is_in(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LenderKey key = RandomTown.key(seed);
    int pairs = DAYS * FineCounts.MOST_PER_DAY / 2;
    int won = 0;
    for (int game = 0; game < GAMES; game++) {
      int one = random.nextInt(2);
      double sum = 0;
      for (int i = 0; i < pairs; i++) {
        long others = 60L + random.nextInt(2_000);
        sum += told(key, others + one, random) - told(key, others, random);
      }
      won += (sum / pairs > 0.5 ? 1 : 0) == one ? 1 : 0;
    }
    double share = (double) won / GAMES;
    assertTrue(share < MOST_WON, "won " + share);
  }

  @Property(tries = 4, seed = "1506")
  void that_an_answer_is_hidden_hardly_tells_who_is_in(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LenderKey key = RandomTown.key(seed);
    int pairs = DAYS * FineCounts.MOST_PER_DAY / 2;
    int won = 0;
    for (int game = 0; game < GAMES; game++) {
      int one = random.nextInt(2);
      int hidden = 0;
      for (int i = 0; i < pairs; i++) {
        long others = ToldCount.LEAST - 1L + random.nextInt(30);
        hidden += told(key, others, random) == 0 ? 1 : 0;
        hidden -= told(key, others + one, random) == 0 ? 1 : 0;
      }
      won += (hidden > pairs * 0.017 ? 1 : 0) == one ? 1 : 0;
    }
    double share = (double) won / GAMES;
    assertTrue(share < MOST_WON, "won " + share);
  }

  /** Each question is another: the same is told the same, and learns nothing. */
  private static long told(LenderKey key, long count, SplittableRandom random) {
    return ToldCount.finely(key, count, Long.toHexString(random.nextLong())).count();
  }
}
