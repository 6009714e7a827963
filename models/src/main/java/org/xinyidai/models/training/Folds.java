package org.xinyidai.models.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A stratified partition of rows into folds (分层折): each fold has its share of goods and of bads.
 */
public final class Folds {
  private final int[] foldOfRow;
  private final int count;

  private Folds(int[] foldOfRow, int count) {
    this.foldOfRow = foldOfRow;
    this.count = count;
  }

  /** The same labels, count and seed give the same folds. */
  public static Folds stratified(boolean[] bad, int count, long seed) {
    if (count < 2 || count > bad.length) {
      throw new IllegalArgumentException(count + " folds of " + bad.length + " rows");
    }
    int[] foldOfRow = new int[bad.length];
    SplittableRandom random = new SplittableRandom(seed);
    int next = 0;
    for (boolean side : new boolean[] {true, false}) {
      int[] rows = IntStream.range(0, bad.length).filter(row -> bad[row] == side).toArray();
      shuffle(rows, random);
      for (int row : rows) {
        foldOfRow[row] = next++ % count;
      }
    }
    return new Folds(foldOfRow, count);
  }

  private static void shuffle(int[] rows, SplittableRandom random) {
    for (int i = rows.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = rows[i];
      rows[i] = rows[j];
      rows[j] = swapped;
    }
  }

  public int count() {
    return count;
  }

  /** The rows that the fold is judged on, rising. */
  public int[] inside(int fold) {
    return IntStream.range(0, foldOfRow.length).filter(row -> foldOfRow[row] == fold).toArray();
  }

  /** The rows that a model for the fold is trained on, rising. */
  public int[] outside(int fold) {
    return IntStream.range(0, foldOfRow.length).filter(row -> foldOfRow[row] != fold).toArray();
  }

  @Override
  public String toString() {
    return count + " folds " + Arrays.hashCode(foldOfRow);
  }
}
