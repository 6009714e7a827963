package org.xinyidai.engine.simulation;

import java.util.List;

/** How well a number tells the bad from the good (AUC): the share of pairs in the right order. */
record Ranking(double score, boolean bad) {
  /** The obvious count over all pairs, ties as half; higher scores should be bad. */
  static double auc(List<Ranking> all) {
    List<Ranking> bad = all.stream().filter(Ranking::bad).toList();
    List<Ranking> good = all.stream().filter(ranking -> !ranking.bad).toList();
    double right = 0;
    for (Ranking one : bad) {
      for (Ranking other : good) {
        right += one.score > other.score ? 1 : one.score == other.score ? 0.5 : 0;
      }
    }
    return right / bad.size() / good.size();
  }
}
