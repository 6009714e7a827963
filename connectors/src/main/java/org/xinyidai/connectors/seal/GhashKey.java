package org.xinyidai.connectors.seal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The hash key of GCM with its multiples (GHASH, NIST SP 800-38D section 6.4). Numbers of the field
 * are two longs, the lowest power in the highest bit of the first. One table for each of the first
 * four powers of the key lets four blocks share one reduction. Immutable, safe for many threads.
 */
final class GhashKey {
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** Blocks that are multiplied side by side. */
  static final int WIDTH = 4;

  private static final int BYTE_VALUES = 256;

  /** The field's polynomial without its highest power, as bits stand here. */
  private static final long POLYNOMIAL = 0xe100000000000000L;

  /** What the eight bits that leave a number on the right come back as on the left. */
  private static final long[] REDUCTION = new long[BYTE_VALUES];

  static {
    for (int i = 0; i < BYTE_VALUES; i++) {
      long low = i;
      long high = 0;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        boolean leaves = (low & 1) != 0;
        low >>>= 1;
        high = high >>> 1 ^ (leaves ? POLYNOMIAL : 0);
      }
      REDUCTION[i] = high;
    }
  }

  /** Multiples of the powers 1 to 4 of the key by each byte: high and low long in turn. */
  private final long[][] powers = new long[WIDTH][];

  /**
   * @param key the block of zeros, encrypted
   */
  GhashKey(byte[] key) {
    long high = (long) LONG.get(key, 0);
    long low = (long) LONG.get(key, Long.BYTES);
    powers[0] = multiples(high, low);
    Ghash power = new Ghash(this);
    for (int i = 1; i < WIDTH; i++) {
      power.set(high, low);
      power.multiply();
      high = power.high();
      low = power.low();
      powers[i] = multiples(high, low);
    }
  }

  long[] power(int exponent) {
    return powers[exponent - 1];
  }

  static long reduction(long low) {
    return REDUCTION[(int) low & 0xFF];
  }

  private static long[] multiples(long keyHigh, long keyLow) {
    long[] table = new long[2 * BYTE_VALUES];
    long high = keyHigh;
    long low = keyLow;
    for (int bit = BYTE_VALUES / 2; bit > 0; bit >>= 1) {
      table[2 * bit] = high;
      table[2 * bit + 1] = low;
      boolean leaves = (low & 1) != 0;
      low = low >>> 1 | high << 63;
      high = high >>> 1 ^ (leaves ? POLYNOMIAL : 0);
    }
    for (int bit = 2; bit < BYTE_VALUES; bit <<= 1) {
      for (int i = 1; i < bit; i++) {
        table[2 * (bit + i)] = table[2 * bit] ^ table[2 * i];
        table[2 * (bit + i) + 1] = table[2 * bit + 1] ^ table[2 * i + 1];
      }
    }
    return table;
  }
}
