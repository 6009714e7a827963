package org.xinyidai.benchmarks.screening;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.xinyidai.models.screening.ScreeningIndex;
import org.xinyidai.models.screening.ScreeningIndexBuilder;
import org.xinyidai.models.subject.Uscc;

/**
 * Made-up enterprises of a city in twenty columns, best score first: districts and industries of
 * unequal size, ages, amounts that spread over orders of magnitude, some of them missing.
 */
final class SyntheticCity {
  static final int SCORE = 0;
  static final int DISTRICT = 1;
  static final int INDUSTRY = 2;
  static final int AGE = 3;
  static final int TAX = 4;
  static final int SALES = 5;

  /** Falls as the score rises. */
  static final int AGAINST = 6;

  static final int COLUMNS = 20;
  private static final double MISSING_SHARE = 0.05;
  static final int DISTRICTS = 16;

  final int rows;

  /** By column, then by row. */
  final double[][] values;

  SyntheticCity(long seed, int rows) {
    this.rows = rows;
    SplittableRandom random = new SplittableRandom(seed);
    double[][] unordered = new double[COLUMNS][rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        boolean missing = column >= TAX && random.nextDouble() < MISSING_SHARE;
        unordered[column][row] = missing ? Double.NaN : value(column, random);
      }
      double spread = 50 * (unordered[AGAINST][row] % 1_000) / 1_000;
      unordered[AGAINST][row] = 850 - unordered[SCORE][row] + spread;
    }
    int[] order =
        IntStream.range(0, rows)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> -unordered[SCORE][row]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.values = new double[COLUMNS][rows];
    for (int column = 0; column < COLUMNS; column++) {
      for (int row = 0; row < rows; row++) {
        values[column][row] = unordered[column][order[row]];
      }
    }
  }

  private static double value(int column, SplittableRandom random) {
    double skewed = random.nextDouble() * random.nextDouble();
    return switch (column) {
      case SCORE -> 300 + Math.rint(550 * (random.nextDouble() + random.nextDouble()) / 2);
      case DISTRICT -> (int) (skewed * DISTRICTS);
      case INDUSTRY -> 111 + (int) (skewed * 9_000);
      case AGE -> (int) (skewed * 400);
      // Fen, from some yuan to hundreds of millions.
      default -> Math.rint(Math.exp(6 + 18 * random.nextDouble()));
    };
  }

  ScreeningIndex index() {
    ScreeningIndexBuilder builder =
        new ScreeningIndexBuilder(IntStream.range(0, COLUMNS).toArray(), SCORE);
    double[] row = new double[COLUMNS];
    for (int i = 0; i < rows; i++) {
      for (int column = 0; column < COLUMNS; column++) {
        row[column] = values[column][i];
      }
      builder.add(uscc(i), row);
    }
    return builder.build();
  }

  static Uscc uscc(int row) {
    return Uscc.fromStem("91430100%08d".formatted(row));
  }
}
