package org.xinyidai.engine.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A made-up table of loans with the traps of real ones. */
final class GeneratedLoans {
  private static final List<String> TRADES = List.of("bakery", "mine", "shop", "farm");

  private GeneratedLoans() {}

  /**
   * Columns: a line number, a constant, an amount with gaps, a trade, two days, a score with the
   * code -9, the losses that only a lost loan has, and the status.
   */
  static String csv(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text =
        new StringBuilder("line,country,amount,trade,granted,due,score,losses,status\n");
    LocalDate first = LocalDate.of(2019, 1, 1);
    for (int row = 1; row <= rows; row++) {
      double amount = 1_000 + random.nextInt(90_000);
      int trade = random.nextInt(TRADES.size());
      LocalDate granted = first.plusDays(random.nextInt(700));
      int term = 90 + random.nextInt(900);
      int score = random.nextInt(12) == 0 ? -9 : 300 + random.nextInt(500);
      double logOdds =
          -1.5
              + amount / 60_000
              + (trade == 1 ? 1.2 : 0)
              + term / 600.0
              - (score == -9 ? -1.5 : (score - 500) / 150.0);
      boolean lost = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
      text.append(
          String.format(
              Locale.ROOT,
              "%d,CN,%s,%s,%s,%s,%d,%d,%s\n",
              row,
              random.nextInt(20) == 0 ? "" : String.valueOf((long) amount),
              TRADES.get(trade),
              granted,
              granted.plusDays(term),
              score,
              lost ? 100 + random.nextInt(900) : 0,
              lost ? "lost" : "repaid"));
    }
    return text.toString();
  }
}
