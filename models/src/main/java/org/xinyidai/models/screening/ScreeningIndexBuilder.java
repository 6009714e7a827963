package org.xinyidai.models.screening;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.subject.Uscc;

/**
 * Collects rows and puts them in columns (筛选索引构建). While it builds it holds every value as a
 * double.
 */
public final class ScreeningIndexBuilder {
  /** The most rows: the market subjects of a large province; bitmaps and codes fit arrays. */
  public static final int MAX_ROWS = 32_000_000;

  private static final int FIRST_CAPACITY = 1_024;

  private final int[] positions;
  private final int order;
  private final int mostBuckets;
  private final double[][] values;
  private byte[] codes = new byte[FIRST_CAPACITY * Uscc.LENGTH];
  private int rows;

  /**
   * Begins with no rows.
   *
   * @param positions of the attributes that get a column, each once
   * @param order the one of them whose greatest values come first, in general the score; ties are
   *     in the order of codes, missing values come last
   */
  public ScreeningIndexBuilder(int[] positions, int order) {
    this(positions, order, Buckets.MOST);
  }

  ScreeningIndexBuilder(int[] positions, int order, int mostBuckets) {
    this.positions = positions.clone();
    this.order =
        IntStream.range(0, positions.length)
            .filter(i -> positions[i] == order)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no column orders the rows"));
    this.mostBuckets = mostBuckets;
    this.values = new double[positions.length][FIRST_CAPACITY];
  }

  /**
   * Adds an enterprise, which must not be there yet.
   *
   * @param row values by position of the attribute, finite, or NaN where missing
   * @throws IllegalStateException when there are {@link #MAX_ROWS} already
   */
  public void add(Uscc uscc, double[] row) {
    if (rows == MAX_ROWS) {
      throw new IllegalStateException("more than " + MAX_ROWS + " enterprises in one index");
    }
    if (rows == values[0].length) {
      int capacity = Math.min(MAX_ROWS, rows * 2);
      codes = Arrays.copyOf(codes, capacity * Uscc.LENGTH);
      for (int i = 0; i < values.length; i++) {
        values[i] = Arrays.copyOf(values[i], capacity);
      }
    }
    System.arraycopy(uscc.value().getBytes(US_ASCII), 0, codes, rows * Uscc.LENGTH, Uscc.LENGTH);
    for (int i = 0; i < positions.length; i++) {
      double value = row[positions[i]];
      if (Double.isInfinite(value)) {
        throw new IllegalArgumentException("an infinite value of attribute " + positions[i]);
      }
      // Plus zero, so that -0.0 and 0.0 are one value.
      values[i][rows] = value + 0.0;
    }
    rows++;
  }

  /** Enterprises added so far. */
  public int rows() {
    return rows;
  }

  /** The index of all rows; nothing may be added afterwards. */
  public ScreeningIndex build() {
    int[] places = places();
    byte[] ordered = new byte[rows * Uscc.LENGTH];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(codes, places[row] * Uscc.LENGTH, ordered, row * Uscc.LENGTH, Uscc.LENGTH);
    }
    int last = Arrays.stream(positions).max().orElseThrow();
    @Nullable Column[] columns = new Column[last + 1];
    for (int i = 0; i < positions.length; i++) {
      double[] column = new double[rows];
      for (int row = 0; row < rows; row++) {
        column[row] = values[i][places[row]];
      }
      values[i] = new double[0];
      columns[positions[i]] = new Column(column, mostBuckets);
    }
    Columns all = new Columns(rows, ordered, columns);
    int[] byCode =
        IntStream.range(0, rows)
            .boxed()
            .sorted(all::compareCodes)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 1; i < rows; i++) {
      if (all.compareCodes(byCode[i - 1], byCode[i]) == 0) {
        throw new IllegalStateException(all.uscc(byCode[i]) + " was added twice");
      }
    }
    return new ScreeningIndex(all, byCode);
  }

  /** For each row, where it was added. */
  private int[] places() {
    double[] by = values[order];
    return IntStream.range(0, rows)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer place) -> Columns.sortKey(by[place]))
                .thenComparing(this::compareCodes))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int compareCodes(int place, int other) {
    int from = place * Uscc.LENGTH;
    int to = other * Uscc.LENGTH;
    return Arrays.compare(codes, from, from + Uscc.LENGTH, codes, to, to + Uscc.LENGTH);
  }
}
