package org.xinyidai.engine.simulation.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * One row while it is being written (数据行): the UTF-8 text of each column. Used again for every row,
 * so that millions of rows leave no garbage.
 */
public final class Cells {
  private static final int USUAL_ROW = 1024;

  private byte[] bytes = new byte[USUAL_ROW];
  private final int[] from;
  private final int[] to;
  private int end;

  public Cells(int columns) {
    from = new int[columns];
    to = new int[columns];
  }

  /** Empties every column. */
  public Cells clear() {
    end = 0;
    Arrays.fill(from, 0);
    Arrays.fill(to, 0);
    return this;
  }

  public int columns() {
    return from.length;
  }

  public boolean isBlank(int column) {
    return from[column] == to[column];
  }

  /** Whether a column holds digits, a point and a minus only. */
  public boolean isPlainNumber(int column) {
    for (int i = from[column]; i < to[column]; i++) {
      byte b = bytes[i];
      boolean digit = b >= '0' && b <= '9';
      if (!digit && b != '.' && b != '-') {
        return false;
      }
    }
    return true;
  }

  /** The text of a column, empty where there is none. */
  public String text(int column) {
    return new String(bytes, from[column], to[column] - from[column], UTF_8);
  }

  public Cells text(int column, String text) {
    return text(column, text.getBytes(UTF_8));
  }

  public Cells text(int column, byte[] utf8) {
    room(utf8.length);
    from[column] = end;
    System.arraycopy(utf8, 0, bytes, end, utf8.length);
    end += utf8.length;
    to[column] = end;
    return this;
  }

  public Cells count(int column, long number) {
    return decimal(column, number, 0);
  }

  /** Money as yuan with two decimals. */
  public Cells fen(int column, long fen) {
    return decimal(column, fen, 2);
  }

  /** A quantity with three decimals. */
  public Cells milli(int column, long thousandths) {
    return decimal(column, thousandths, 3);
  }

  public Cells flag(int column, boolean flag) {
    return text(column, flag ? "是" : "否");
  }

  public Cells day(int column, LocalDate day) {
    return day(column, day.getYear() * 12 + day.getMonthValue() - 1, day.getDayOfMonth());
  }

  /** A day of a month that is counted as year x 12 + month - 1. */
  public Cells day(int column, int month, int dayOfMonth) {
    month(column, month);
    bytes[end++] = '-';
    digits(dayOfMonth, 2);
    to[column] = end;
    return this;
  }

  /** A month that is counted as year x 12 + month - 1. */
  public Cells month(int column, int month) {
    room(16);
    from[column] = end;
    digits(month / 12, 4);
    bytes[end++] = '-';
    digits(month % 12 + 1, 2);
    to[column] = end;
    return this;
  }

  /** A number of fixed width, with leading zeros, behind a prefix of ASCII. */
  public Cells numbered(int column, String prefix, long number, int width) {
    room(prefix.length() + width);
    from[column] = end;
    for (int i = 0; i < prefix.length(); i++) {
      bytes[end++] = (byte) prefix.charAt(i);
    }
    digits(number, width);
    to[column] = end;
    return this;
  }

  public Cells blank(int column) {
    to[column] = from[column];
    return this;
  }

  /** Copies the text of a column behind what a buffer holds. */
  public void copy(int column, Buffer into) {
    into.bytes(bytes, from[column], to[column] - from[column]);
  }

  private Cells decimal(int column, long number, int decimals) {
    room(24);
    from[column] = end;
    long rest = number;
    if (rest < 0) {
      bytes[end++] = '-';
      rest = -rest;
    }
    digits(rest, Math.max(decimals + 1, width(rest)));
    if (decimals > 0) {
      int point = end - decimals;
      System.arraycopy(bytes, point, bytes, point + 1, decimals);
      bytes[point] = '.';
      end++;
    }
    to[column] = end;
    return this;
  }

  private static int width(long number) {
    int width = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      width++;
    }
    return width;
  }

  private void digits(long number, int width) {
    long rest = number;
    for (int i = end + width - 1; i >= end; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    end += width;
  }

  private void room(int more) {
    if (end + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length + more);
    }
  }
}
