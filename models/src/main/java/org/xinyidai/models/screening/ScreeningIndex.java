package org.xinyidai.models.screening;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.subject.Uscc;

/**
 * Everyone in columns, the best first (优企筛选索引). Immutable. A row takes at most {@link
 * #MAX_BYTES_PER_ROW_AND_COLUMN} bytes in each column, and 30 beside them.
 */
public final class ScreeningIndex {
  /** A value, a place in the order of values, a bit for each bucket, and one more. */
  public static final int MAX_BYTES_PER_ROW_AND_COLUMN =
      Double.BYTES + Integer.BYTES + Buckets.MOST / 8 + 1;

  /** A search for the first few begins with blocks of this many words and doubles them. */
  private static final int FIRST_BLOCK = 16;

  private final Columns columns;
  private final int[] byCode;

  ScreeningIndex(Columns columns, int[] byCode) {
    this.columns = columns;
    this.byCode = byCode;
  }

  /** Enterprises in it. */
  public int rows() {
    return columns.rows();
  }

  /** Bytes held by its arrays. */
  public long bytes() {
    return columns.bytes() + (long) byCode.length * Integer.BYTES;
  }

  /** Whether an attribute has a column; where it has none, its value is missing for everyone. */
  public boolean has(int position) {
    return columns.column(position) != null;
  }

  public Uscc uscc(int row) {
    return columns.uscc(row);
  }

  /** The value of an attribute; NaN where missing, or where the attribute has no column. */
  public double value(int row, int position) {
    Column column = columns.column(position);
    return column == null ? Double.NaN : column.value(row);
  }

  /** The row of an enterprise; empty where it is not in the index. */
  public OptionalInt find(Uscc uscc) {
    byte[] code = uscc.value().getBytes(US_ASCII);
    int from = 0;
    int to = byCode.length - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int order = columns.compareCodes(byCode[middle], code);
      if (order == 0) {
        return OptionalInt.of(byCode[middle]);
      }
      from = order < 0 ? middle + 1 : from;
      to = order < 0 ? to : middle - 1;
    }
    return OptionalInt.empty();
  }

  /** How many match. */
  public long count(Screen screen) {
    return count(screen, null);
  }

  /** The first rows that match, in order, at most so many. */
  public int[] top(Screen screen, int most) {
    return top(screen, most, null);
  }

  long count(Screen screen, long @Nullable [] live) {
    long count = 0;
    for (long word : new Evaluation(columns, screen, live).all()) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** How many match, and the sum of their numbers. */
  Tally tally(Screen screen, long @Nullable [] live) {
    long[] matches = new Evaluation(columns, screen, live).all();
    long count = 0;
    long sum = 0;
    for (int i = 0; i < matches.length; i++) {
      int here = Long.bitCount(matches[i]);
      count += here;
      boolean most = here > Long.SIZE / 2 && i < columns.rows() >>> 6;
      long some = sum(i, most ? ~matches[i] : matches[i]);
      sum += most ? columns.hashOfWord(i) - some : some;
    }
    return new Tally(count, sum);
  }

  private long sum(int word, long rows) {
    long sum = 0;
    for (long left = rows; left != 0; left &= left - 1) {
      sum += columns.hash((word << 6) + Long.numberOfTrailingZeros(left));
    }
    return sum;
  }

  int[] top(Screen screen, int most, long @Nullable [] live) {
    Evaluation evaluation = new Evaluation(columns, screen, live);
    Optional<int[]> few = evaluation.few();
    if (few.isPresent()) {
      return Arrays.copyOf(few.get(), Math.min(most, few.get().length));
    }
    int[] found = new int[Math.min(most, columns.rows())];
    int count = 0;
    int size = FIRST_BLOCK;
    for (int from = 0; from < columns.words() && count < found.length; ) {
      int words = Math.min(size, columns.words() - from);
      long[] block = evaluation.block(from, words);
      for (int i = 0; i < words; i++) {
        for (long left = block[i]; left != 0 && count < found.length; left &= left - 1) {
          int row = ((from + i) << 6) + Long.numberOfTrailingZeros(left);
          if (evaluation.accepts(row)) {
            found[count++] = row;
          }
        }
      }
      from += words;
      size = Math.min(2 * size, Evaluation.BLOCK);
    }
    return Arrays.copyOf(found, count);
  }

  /** Hands over the rows that match, in order. */
  void forEach(Screen screen, long @Nullable [] live, IntConsumer reader) {
    long[] matches = new Evaluation(columns, screen, live).all();
    for (int i = 0; i < matches.length; i++) {
      for (long left = matches[i]; left != 0; left &= left - 1) {
        reader.accept((i << 6) + Long.numberOfTrailingZeros(left));
      }
    }
  }

  /** What changes the values of one attribute, in the order of rows. */
  interface Change {
    void in(int position, double[] values);
  }

  /** The same rows with other values of some attributes that have a column. */
  ScreeningIndex with(int[] positions, Change change) {
    return new ScreeningIndex(columns.with(positions, change), byCode);
  }

  /** Words of a bitmap of all rows. */
  int words() {
    return columns.words();
  }

  /** A number that depends on the enterprise alone. */
  long hash(int row) {
    return columns.hash(row);
  }

  /** All rows. */
  long[] everyone() {
    long[] rows = new long[columns.words()];
    Arrays.fill(rows, -1L);
    return rows;
  }
}
