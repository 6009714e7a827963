package org.xinyidai.benchmarks.screening;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.xinyidai.models.screening.Screen;
import org.xinyidai.models.screening.Screening;
import org.xinyidai.models.screening.ScreeningIndex;

/**
 * Screens a million enterprises by five conditions, on a machine that others use as well: short
 * rounds of each way in turn, wall time, told as medians and as ratios. Every answer of a peer is
 * compared with that of the index before anything is timed.
 */
public final class ScreeningRounds {
  private static final int ROWS = 1_000_000;
  private static final int TOP = 100;
  private static final int QUESTIONS = 16;
  private static final int ROUNDS = 20;

  /** Rounds at the beginning, before compiler and caches have settled, that are not counted. */
  private static final int WARM_UP = 8;

  private static final long SEED = 20_240_630;

  private final int[] found = new int[TOP];
  private final SyntheticCity city = new SyntheticCity(SEED, ROWS);
  private final ArrayLoop loop = new ArrayLoop(city.values);
  private final ScreeningIndex index;

  /** As lenders are answered: cut down to those who may be told of, with a fingerprint. */
  private final Screening told;

  private ScreeningRounds() {
    long start = System.nanoTime();
    index = city.index();
    System.out.printf(
        Locale.ROOT,
        "index: %,d rows, %d columns, %,d MiB, built in %.1f s%n",
        index.rows(),
        SyntheticCity.COLUMNS,
        index.bytes() >> 20,
        (System.nanoTime() - start) / 1e9);
    told = new Screening(index, SyntheticCity.SCORE).parts(row -> 0, 1).get(0);
  }

  /** Prints one line for each way. */
  public static void main(String[] args) throws SQLException {
    new ScreeningRounds().run();
  }

  private interface Way {
    long ask(int question) throws SQLException;
  }

  @SuppressWarnings("ArrayRecordComponent") // filled here, never compared
  private record Timed(String name, Way way, double[] medians) {
    static Timed of(String name, Way way) {
      return new Timed(name, way, new double[ROUNDS]);
    }
  }

  private void run() throws SQLException {
    for (Questions kind : Questions.values()) {
      List<Screen> questions = kind.list(SEED, QUESTIONS);
      try (DuckDb duck = new DuckDb(city, questions, TOP)) {
        check(kind, questions, duck);
        measure(
            "exact count",
            duck,
            List.of(
                Timed.of("index", q -> index.count(questions.get(q))),
                Timed.of("index, as lenders are told", q -> told.tally(questions.get(q)).count()),
                Timed.of("DuckDB, 1 thread", duck::count),
                Timed.of("DuckDB, its own choice of threads", duck::count),
                Timed.of("loop over arrays", q -> loop.count(questions.get(q)))));
        measure(
            "top 100",
            duck,
            List.of(
                Timed.of("index", q -> index.top(questions.get(q), TOP).length),
                Timed.of("index, as lenders are told", q -> told.top(questions.get(q), TOP).size()),
                Timed.of("DuckDB, 1 thread", q -> duck.top(q, found)),
                Timed.of("DuckDB, its own choice of threads", q -> duck.top(q, found)),
                Timed.of("loop over arrays", q -> loop.top(questions.get(q), found))));
      }
    }
  }

  private void check(Questions kind, List<Screen> questions, DuckDb duck) throws SQLException {
    long matching = 0;
    for (int q = 0; q < QUESTIONS; q++) {
      Screen question = questions.get(q);
      long count = index.count(question);
      matching += count;
      int[] top = index.top(question, TOP);
      int[] theirs = new int[TOP];
      int their = duck.top(q, theirs);
      if (count != duck.count(q)
          || count != loop.count(question)
          || count != told.tally(question).count()
          || top.length != their) {
        throw new IllegalStateException("the peers do not agree on question " + q);
      }
      for (int i = 0; i < their; i++) {
        double mine = index.value(top[i], SyntheticCity.SCORE);
        if (mine != city.values[SyntheticCity.SCORE][theirs[i]]) {
          throw new IllegalStateException("other scores at the top of question " + q);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%n%s: %d questions of five conditions, %.4f%% match; all ways agree%n",
        kind.title,
        QUESTIONS,
        100.0 * matching / QUESTIONS / ROWS);
  }

  /** A round of a way asks some of the questions; what it tells is the time of one. */
  private static void measure(String what, DuckDb duck, List<Timed> ways) throws SQLException {
    for (int round = 0; round < ROUNDS + WARM_UP; round++) {
      for (Timed timed : ways) {
        duck.threads(timed.name().contains("1 thread") ? 1 : 0);
        int asked = timed.name().startsWith("index") ? QUESTIONS : 2;
        timed.way().ask(round % QUESTIONS);
        long start = System.nanoTime();
        for (int i = 0; i < asked; i++) {
          timed.way().ask((round + i) % QUESTIONS);
        }
        timed.medians()[Math.max(0, round - WARM_UP)] = (System.nanoTime() - start) / 1e6 / asked;
      }
    }
    double ours = median(ways.get(0).medians());
    for (Timed timed : ways) {
      double theirs = median(timed.medians());
      System.out.printf(
          Locale.ROOT, "%s, %s: %.4f ms, %.1f times%n", what, timed.name(), theirs, theirs / ours);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
