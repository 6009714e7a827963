package org.xinyidai.models.record;

import java.nio.charset.StandardCharsets;
import org.xinyidai.models.subject.Uscc;

/**
 * A row as stored bytes (存储格式): the column count as varint, one presence bit per column behind
 * {@code uscc} (low bit first), then each present value, a number as zigzag varint, a text as byte
 * length and UTF-8. The code is not in the bytes, the key holds it. A row written before a column
 * was appended reads with that column absent.
 */
public final class RowCodec {
  private static final int USUAL_SIZE = 64;

  private final byte[] bytes;
  private final int end;
  private int at;

  private RowCodec(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  public static byte[] encode(Feed<?> feed, Row row) {
    int columns = feed.columns().size();
    RowBytes out = new RowBytes(USUAL_SIZE);
    out.unsigned(columns);
    int presence = out.skip(presenceBytes(columns));
    for (int i = 1; i < columns; i++) {
      if (row.has(i)) {
        out.setBit(presence, i - 1);
        if (isText(feed, i)) {
          out.text(row.text(i));
        } else {
          out.signed(row.number(i));
        }
      }
    }
    return out.toArray();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException when the bytes are no row of this feed
   */
  public static Row decode(Feed<?> feed, Uscc uscc, byte[] bytes) {
    return decode(feed, uscc, bytes, 0);
  }

  /** Reads a row that begins at an offset and ends with the array. */
  public static Row decode(Feed<?> feed, Uscc uscc, byte[] bytes, int offset) {
    try {
      return new RowCodec(bytes, offset, bytes.length).row(feed, uscc);
    } catch (IndexOutOfBoundsException torn) {
      throw new IllegalArgumentException("the stored bytes are no row of " + feed.id(), torn);
    }
  }

  private Row row(Feed<?> feed, Uscc uscc) {
    int known = feed.columns().size();
    long stored = unsigned();
    if (stored < 1 || stored > known) {
      throw new IllegalArgumentException(
          "a row of " + feed.id() + " has " + stored + " columns, this version knows " + known);
    }
    int presence = at;
    at += presenceBytes((int) stored);
    Row row = new Row(known);
    row.set(0, uscc.value());
    for (int i = 1; i < stored; i++) {
      if ((bytes[presence + ((i - 1) >> 3)] >> ((i - 1) & 7) & 1) != 0) {
        if (isText(feed, i)) {
          row.set(i, text());
        } else {
          row.set(i, signed());
        }
      }
    }
    if (at != end) {
      throw new IllegalArgumentException("bytes are left behind a row of " + feed.id());
    }
    return row;
  }

  private long unsigned() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a stored number does not end");
  }

  private long signed() {
    long zigzag = unsigned();
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  private String text() {
    long length = unsigned();
    if (length < 0 || length > end - at) {
      throw new IndexOutOfBoundsException("a stored text does not end");
    }
    String text = new String(bytes, at, (int) length, StandardCharsets.UTF_8);
    at += (int) length;
    return text;
  }

  private static int presenceBytes(int columns) {
    return (columns - 1 + 7) >> 3;
  }

  private static boolean isText(Feed<?> feed, int column) {
    return feed.columns().get(column).kind() == Kind.TEXT;
  }
}
