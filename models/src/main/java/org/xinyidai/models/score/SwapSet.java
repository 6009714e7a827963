package org.xinyidai.models.score;

import java.util.Arrays;
import java.util.List;

/**
 * Who would gain and who would lose were the challenger the champion (换入换出分析): both models accept
 * the same share of the same enterprises, each its own safest.
 *
 * @param accepted enterprises that each model accepts
 * @param agreement rank correlation of the two probabilities (Spearman), -1 to 1
 */
public record SwapSet(long accepted, double agreement, List<Cell> cells) {
  public SwapSet {
    cells = List.copyOf(cells);
  }

  /**
   * One of the four ways to be treated.
   *
   * @param byChampion mean probability of default as the champion sees it; 0 for an empty cell
   * @param byChallenger the same as the challenger sees it
   */
  public record Cell(
      boolean champion, boolean challenger, long count, double byChampion, double byChallenger) {}

  /**
   * Compares two models on the same enterprises.
   *
   * @param champion probabilities of default
   * @param challenger those of the same enterprises in the same order
   * @param acceptedShare of the enterprises, 0 to 1
   */
  public static SwapSet of(double[] champion, double[] challenger, double acceptedShare) {
    if (champion.length != challenger.length || !(acceptedShare >= 0 && acceptedShare <= 1)) {
      throw new IllegalArgumentException(
          champion.length + ", " + challenger.length + ", share " + acceptedShare);
    }
    int accepted = (int) Math.round(acceptedShare * champion.length);
    View first = new View(champion, safest(champion, accepted));
    View second = new View(challenger, safest(challenger, accepted));
    return new SwapSet(
        accepted,
        correlation(ranks(champion), ranks(challenger)),
        List.of(
            cell(first, second, true, true),
            cell(first, second, false, true),
            cell(first, second, true, false),
            cell(first, second, false, false)));
  }

  /** How one model sees all enterprises. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this file
  private record View(double[] probabilities, boolean[] accepts) {}

  private static Cell cell(View champion, View challenger, boolean first, boolean second) {
    long count = 0;
    double championSum = 0;
    double challengerSum = 0;
    for (int i = 0; i < champion.accepts().length; i++) {
      if (champion.accepts()[i] == first && challenger.accepts()[i] == second) {
        count++;
        championSum += champion.probabilities()[i];
        challengerSum += challenger.probabilities()[i];
      }
    }
    double share = count == 0 ? 0 : 1.0 / count;
    return new Cell(first, second, count, championSum * share, challengerSum * share);
  }

  /** Which are among the safest; of equals the earlier ones. */
  private static boolean[] safest(double[] probabilities, int accepted) {
    Integer[] order = order(probabilities);
    boolean[] safe = new boolean[probabilities.length];
    for (int i = 0; i < accepted; i++) {
      safe[order[i]] = true;
    }
    return safe;
  }

  private static Integer[] order(double[] probabilities) {
    Integer[] order = new Integer[probabilities.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(probabilities[a], probabilities[b]));
    return order;
  }

  /** Ranks from 0, equals sharing their mean. */
  private static double[] ranks(double[] values) {
    Integer[] order = order(values);
    double[] ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to - 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (a[i] - meanA) * (b[i] - meanB);
      squareA += (a[i] - meanA) * (a[i] - meanA);
      squareB += (b[i] - meanB) * (b[i] - meanB);
    }
    return squareA == 0 || squareB == 0 ? 0 : product / Math.sqrt(squareA * squareB);
  }
}
