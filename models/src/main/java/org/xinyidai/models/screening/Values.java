package org.xinyidai.models.screening;

import java.util.Arrays;

/** The values of one column in the order of rows (列值), as narrow as they can be kept. */
abstract sealed class Values {
  private static final int BYTE_CODES = 256;
  private static final int CHAR_CODES = 65_536;

  /** The value of a row; NaN where missing. */
  abstract double get(int row);

  abstract long bytes();

  /**
   * Keeps values.
   *
   * @param values one for each row, NaN where missing; may be kept as it is
   * @param ranks for each row the place of its value in the dictionary; behind it where missing
   * @param dictionary the distinct values, ascending, without NaN
   */
  static Values of(double[] values, int[] ranks, double[] dictionary) {
    double[] coded = Arrays.copyOf(dictionary, dictionary.length + 1);
    coded[dictionary.length] = Double.NaN;
    if (coded.length <= BYTE_CODES) {
      byte[] codes = new byte[values.length];
      for (int row = 0; row < codes.length; row++) {
        codes[row] = (byte) ranks[row];
      }
      return new Bytes(codes, coded);
    }
    if (coded.length <= CHAR_CODES) {
      char[] codes = new char[values.length];
      for (int row = 0; row < codes.length; row++) {
        codes[row] = (char) ranks[row];
      }
      return new Chars(codes, coded);
    }
    return new Doubles(values);
  }

  private static final class Bytes extends Values {
    private final byte[] codes;
    private final double[] dictionary;

    Bytes(byte[] codes, double[] dictionary) {
      this.codes = codes;
      this.dictionary = dictionary;
    }

    @Override
    double get(int row) {
      return dictionary[codes[row] & 0xFF];
    }

    @Override
    long bytes() {
      return codes.length + (long) dictionary.length * Double.BYTES;
    }
  }

  private static final class Chars extends Values {
    private final char[] codes;
    private final double[] dictionary;

    Chars(char[] codes, double[] dictionary) {
      this.codes = codes;
      this.dictionary = dictionary;
    }

    @Override
    double get(int row) {
      return dictionary[codes[row]];
    }

    @Override
    long bytes() {
      return (long) codes.length * Character.BYTES + (long) dictionary.length * Double.BYTES;
    }
  }

  private static final class Doubles extends Values {
    private final double[] values;

    Doubles(double[] values) {
      this.values = values;
    }

    @Override
    double get(int row) {
      return values[row];
    }

    @Override
    long bytes() {
      return (long) values.length * Double.BYTES;
    }
  }
}
