package org.xinyidai.models.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Grows as numbers and texts are appended: zigzag varints, and texts as length and UTF-8. */
final class RowBytes {
  private static final int LONGEST_VARINT = 10;

  private byte[] bytes;
  private int size;

  RowBytes(int capacity) {
    bytes = new byte[capacity];
  }

  void unsigned(long value) {
    reserve(LONGEST_VARINT);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  void signed(long value) {
    unsigned((value << 1) ^ (value >> 63));
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    unsigned(utf8.length);
    reserve(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  /** Leaves room for bits to be set later; says where it begins. */
  int skip(int count) {
    reserve(count);
    int start = size;
    size += count;
    return start;
  }

  void setBit(int start, int bit) {
    bytes[start + (bit >> 3)] |= (byte) (1 << (bit & 7));
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
