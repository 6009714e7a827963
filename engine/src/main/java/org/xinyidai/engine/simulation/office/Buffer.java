package org.xinyidai.engine.simulation.office;

import java.util.Arrays;

/** Bytes on their way into a file (缓冲区): grows, is taken, and is used again. */
public final class Buffer {
  private static final int USUAL = 1 << 16;

  private byte[] bytes = new byte[USUAL];
  private int size;

  public Buffer bytes(byte[] more) {
    return bytes(more, 0, more.length);
  }

  public Buffer bytes(byte[] more, int from, int length) {
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length));
    }
    System.arraycopy(more, from, bytes, size, length);
    size += length;
    return this;
  }

  public Buffer character(char ascii) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    bytes[size++] = (byte) ascii;
    return this;
  }

  public int size() {
    return size;
  }

  public void clear() {
    size = 0;
  }

  /** What the buffer holds; only up to {@link #size} is of use. */
  public byte[] array() {
    return bytes;
  }
}
