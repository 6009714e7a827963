package org.xinyidai.models.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Interval;
import org.xinyidai.models.subject.Uscc;

/** Made-up enterprises: few and many different values, some missing, some equal scores. */
final class RandomRows {
  static final int SCORE = 3;
  static final int COLUMNS = 5;

  /** What stands for an attribute without a column. */
  static final int UNKNOWN = 7;

  private final SplittableRandom random;

  RandomRows(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Uscc uscc(int number) {
    return Uscc.fromStem("91430100%08d".formatted(number));
  }

  List<LoopScreening.Row> rows(int count) {
    List<LoopScreening.Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row(i));
    }
    return rows;
  }

  LoopScreening.Row row(int number) {
    double[] values = new double[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) {
      values[i] = random.nextInt(8) == 0 ? Double.NaN : value(i);
    }
    return new LoopScreening.Row(uscc(number), values);
  }

  private double value(int column) {
    return switch (column) {
      case 0 -> random.nextInt(2);
      case 1 -> random.nextInt(12) - 6;
      case 2 -> random.nextDouble() * 12 - 6;
      case SCORE -> random.nextInt(40);
      default -> random.nextBoolean() ? -0.0 : random.nextInt(3) * 0.5;
    };
  }

  Screen screen() {
    List<AcceptedSet> conditions = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      int position = random.nextInt(30) == 0 ? UNKNOWN : random.nextInt(COLUMNS);
      conditions.add(new AcceptedSet(position, intervals(), random.nextBoolean()));
    }
    return new Screen(conditions);
  }

  private List<Interval> intervals() {
    List<Interval> intervals = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      double from =
          switch (random.nextInt(4)) {
            case 0 -> Double.NEGATIVE_INFINITY;
            case 1 -> random.nextInt(24) - 12;
            default -> random.nextDouble() * 20 - 10;
          };
      double to = random.nextInt(5) == 0 ? Double.POSITIVE_INFINITY : from + random.nextInt(8);
      intervals.add(new Interval(from, Math.max(from, to)));
    }
    return intervals;
  }

  static ScreeningIndex index(List<LoopScreening.Row> rows, int mostBuckets) {
    ScreeningIndexBuilder builder =
        new ScreeningIndexBuilder(new int[] {0, 1, 2, SCORE, 4}, SCORE, mostBuckets);
    rows.forEach(row -> builder.add(row.uscc(), row.values()));
    return builder.build();
  }
}
