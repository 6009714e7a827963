package org.xinyidai.models.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** Labelled rows to train and to judge models on (训练样本). Immutable. */
public final class TrainingSet {
  private final List<TrainingColumn> columns;
  private final double[][] values;
  private final boolean[] bad;
  private final List<String> ids;

  /**
   * Keeps the arrays; the caller must not write to them any more.
   *
   * @param values one array per column, one value per row; NaN where missing
   * @param bad per row, whether it went bad
   * @param ids per row, what the source calls it; or empty
   */
  public TrainingSet(
      List<TrainingColumn> columns, double[][] values, boolean[] bad, List<String> ids) {
    this.columns = List.copyOf(columns);
    this.values = values;
    this.bad = bad;
    this.ids = List.copyOf(ids);
    if (columns.size() != values.length) {
      throw new IllegalArgumentException(columns.size() + " columns, " + values.length + " arrays");
    }
    for (double[] column : values) {
      if (column.length != bad.length) {
        throw new IllegalArgumentException(column.length + " values, " + bad.length + " labels");
      }
    }
    if (!ids.isEmpty() && ids.size() != bad.length) {
      throw new IllegalArgumentException(ids.size() + " ids, " + bad.length + " labels");
    }
  }

  /**
   * Rows of plain numbers.
   *
   * @param rows one array per row, one value per name; NaN where missing
   */
  public static TrainingSet ofRows(List<String> names, double[][] rows, boolean[] bad) {
    return ofRows(names.stream().map(TrainingColumn::numeric).toList(), rows, bad, List.of());
  }

  /** The same with columns that say more than their name. */
  public static TrainingSet ofRows(
      List<TrainingColumn> columns, double[][] rows, boolean[] bad, List<String> ids) {
    double[][] values = new double[columns.size()][rows.length];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != columns.size()) {
        throw new IllegalArgumentException("row " + row + " has " + rows[row].length + " values");
      }
      for (int column = 0; column < values.length; column++) {
        values[column][row] = rows[row][column];
      }
    }
    return new TrainingSet(columns, values, bad.clone(), ids);
  }

  public int size() {
    return bad.length;
  }

  public int bads() {
    int bads = 0;
    for (boolean is : bad) {
      bads += is ? 1 : 0;
    }
    return bads;
  }

  public List<TrainingColumn> columns() {
    return columns;
  }

  public boolean isBad(int row) {
    return bad[row];
  }

  /** What the source calls the rows; empty when it gave no ids. */
  public List<String> ids() {
    return ids;
  }

  /** A copy of one column. */
  public double[] column(int column) {
    return values[column].clone();
  }

  public double value(int row, int column) {
    return values[column][row];
  }

  /** A new array with one value per column; NaN where missing. */
  public double[] row(int row) {
    double[] result = new double[values.length];
    for (int column = 0; column < result.length; column++) {
      result[column] = values[column][row];
    }
    return result;
  }

  /** A copy of the labels. */
  public boolean[] labels() {
    return bad.clone();
  }

  /** Some of the rows, in the order given. */
  public TrainingSet rows(int[] rows) {
    double[][] picked = new double[values.length][rows.length];
    boolean[] pickedBad = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      pickedBad[i] = bad[rows[i]];
      for (int column = 0; column < picked.length; column++) {
        picked[column][i] = values[column][rows[i]];
      }
    }
    List<String> pickedIds = ids.isEmpty() ? ids : IntStream.of(rows).mapToObj(ids::get).toList();
    return new TrainingSet(columns, picked, pickedBad, pickedIds);
  }

  /** Some of the columns, in the order given. */
  public TrainingSet columns(int[] positions) {
    return new TrainingSet(
        IntStream.of(positions).mapToObj(columns::get).toList(),
        IntStream.of(positions).mapToObj(i -> values[i]).toArray(double[][]::new),
        bad,
        ids);
  }

  /** SHA-256 over names, values and labels, in hexadecimal: the same data, the same digest. */
  public String digest() {
    MessageDigest digest = sha256();
    for (int column = 0; column < values.length; column++) {
      digest.update(columns.get(column).input().toString().getBytes(StandardCharsets.UTF_8));
      ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * bad.length);
      for (double value : values[column]) {
        buffer.putLong(Double.doubleToLongBits(value));
      }
      digest.update(buffer.array());
    }
    for (boolean is : bad) {
      digest.update((byte) (is ? 1 : 0));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
