package org.xinyidai.connectors.seal;

import static org.xinyidai.connectors.seal.GhashKey.LONG;

import java.util.Arrays;

/**
 * A running hash of GCM (GHASH): each block is added to the state, and the state multiplied by the
 * key.
 */
final class Ghash {
  private final GhashKey key;
  private long high;
  private long low;

  Ghash(GhashKey key) {
    this.key = key;
  }

  /** Takes bytes in, the last block filled up with zeros. */
  void add(byte[] bytes, int from, int length) {
    int at = from;
    int end = from + length;
    while (at + GhashKey.WIDTH * Sm4.BLOCK <= end) {
      addFour(bytes, at);
      at += GhashKey.WIDTH * Sm4.BLOCK;
    }
    while (at + Sm4.BLOCK <= end) {
      add((long) LONG.get(bytes, at), (long) LONG.get(bytes, at + Long.BYTES));
      at += Sm4.BLOCK;
    }
    if (at < end) {
      byte[] last = Arrays.copyOf(Arrays.copyOfRange(bytes, at, end), Sm4.BLOCK);
      add((long) LONG.get(last, 0), (long) LONG.get(last, Long.BYTES));
    }
  }

  /** Takes one block in. */
  void add(long blockHigh, long blockLow) {
    high ^= blockHigh;
    low ^= blockLow;
    multiply();
  }

  void set(long newHigh, long newLow) {
    high = newHigh;
    low = newLow;
  }

  long high() {
    return high;
  }

  long low() {
    return low;
  }

  /** Multiplies the state by the key. */
  void multiply() {
    long[] table = key.power(1);
    long h = 0;
    long l = 0;
    for (int byteAt = 0; byteAt < Sm4.BLOCK; byteAt++) {
      int x = 2 * byteOf(high, low, byteAt);
      long left = GhashKey.reduction(l);
      l = (l >>> 8 | h << 56) ^ table[x + 1];
      h = h >>> 8 ^ left ^ table[x];
    }
    set(h, l);
  }

  /** Four blocks at once: the sum of each by the power of the key that is its due. */
  private void addFour(byte[] bytes, int at) {
    long ah = (long) LONG.get(bytes, at) ^ high;
    long al = (long) LONG.get(bytes, at + 8) ^ low;
    long bh = (long) LONG.get(bytes, at + 16);
    long bl = (long) LONG.get(bytes, at + 24);
    long ch = (long) LONG.get(bytes, at + 32);
    long cl = (long) LONG.get(bytes, at + 40);
    long dh = (long) LONG.get(bytes, at + 48);
    long dl = (long) LONG.get(bytes, at + 56);
    set(0, 0);
    addBytes(al, bl, cl, dl);
    addBytes(ah, bh, ch, dh);
  }

  /** Eight bytes of each of four blocks, the last of each first. */
  private void addBytes(long a, long b, long c, long d) {
    long[] four = key.power(4);
    long[] three = key.power(3);
    long[] two = key.power(2);
    long[] one = key.power(1);
    long h = high;
    long l = low;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      int i = 2 * ((int) (a >>> shift) & 0xFF);
      int j = 2 * ((int) (b >>> shift) & 0xFF);
      int k = 2 * ((int) (c >>> shift) & 0xFF);
      int m = 2 * ((int) (d >>> shift) & 0xFF);
      long left = GhashKey.reduction(l);
      l = (l >>> 8 | h << 56) ^ four[i + 1] ^ three[j + 1] ^ two[k + 1] ^ one[m + 1];
      h = h >>> 8 ^ left ^ four[i] ^ three[j] ^ two[k] ^ one[m];
    }
    set(h, l);
  }

  /** The bytes of a block from the last to the first. */
  private static int byteOf(long high, long low, int fromLast) {
    long half = fromLast < Long.BYTES ? low : high;
    return (int) (half >>> (Byte.SIZE * (fromLast & 7))) & 0xFF;
  }
}
