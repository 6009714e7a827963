package org.xinyidai.models.screening;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.subject.Uscc;

/** The columns of an index and whose rows they are (列存). */
final class Columns {
  private final int rows;
  private final byte[] codes;
  private final long[] hashes;
  private final @Nullable Column[] byPosition;

  /**
   * Takes the arrays as they are.
   *
   * @param codes 18 bytes for each row
   * @param byPosition of the attribute; null where there is no column
   */
  Columns(int rows, byte[] codes, @Nullable Column[] byPosition) {
    this(rows, codes, new long[rows], byPosition);
    for (int row = 0; row < rows; row++) {
      hashes[row] = hash(codes, row * Uscc.LENGTH);
    }
  }

  private Columns(int rows, byte[] codes, long[] hashes, @Nullable Column[] byPosition) {
    this.rows = rows;
    this.codes = codes;
    this.hashes = hashes;
    this.byPosition = byPosition;
  }

  /** The same with other values in some columns; the others are shared. */
  Columns with(int[] positions, ScreeningIndex.Change change) {
    @Nullable Column[] others = byPosition.clone();
    for (int position : positions) {
      Column column = column(position);
      if (column != null) {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
          values[row] = column.value(row);
        }
        change.in(position, values);
        others[position] = new Column(values, Buckets.MOST);
      }
    }
    return new Columns(rows, codes, hashes, others);
  }

  /** What orders a value by which the greatest come first and the missing last. */
  static double sortKey(double value) {
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : -value;
  }

  int rows() {
    return rows;
  }

  int words() {
    return (rows + 63) >>> 6;
  }

  /** The column of an attribute; null where there is none, and so everyone's value is missing. */
  @Nullable Column column(int position) {
    return position < byPosition.length ? byPosition[position] : null;
  }

  Uscc uscc(int row) {
    return new Uscc(new String(codes, row * Uscc.LENGTH, Uscc.LENGTH, US_ASCII));
  }

  /** A number that depends on the enterprise alone, whatever its place. */
  long hash(int row) {
    return hashes[row];
  }

  /** The sum of the numbers of the rows of a full word of a bitmap. */
  long hashOfWord(int word) {
    long sum = 0;
    for (int row = word << 6; row < (word + 1) << 6; row++) {
      sum += hashes[row];
    }
    return sum;
  }

  int compareCodes(int row, byte[] code) {
    int from = row * Uscc.LENGTH;
    return Arrays.compare(codes, from, from + Uscc.LENGTH, code, 0, Uscc.LENGTH);
  }

  int compareCodes(int row, int other) {
    int from = row * Uscc.LENGTH;
    int to = other * Uscc.LENGTH;
    return Arrays.compare(codes, from, from + Uscc.LENGTH, codes, to, to + Uscc.LENGTH);
  }

  long bytes() {
    long bytes = codes.length + (long) rows * Long.BYTES;
    for (Column column : byPosition) {
      bytes += column == null ? 0 : column.bytes();
    }
    return bytes;
  }

  /** Mixes as SplittableRandom does. */
  static long mix(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  private static long hash(byte[] codes, int from) {
    long hash = 0;
    for (int i = 0; i < Uscc.LENGTH; i++) {
      hash = hash * 31 + codes[from + i];
    }
    return mix(hash);
  }
}
