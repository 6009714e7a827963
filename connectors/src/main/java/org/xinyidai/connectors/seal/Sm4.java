package org.xinyidai.connectors.seal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * The block cipher SM4 under one key (SM4分组密码, GB/T 32907-2016), forward only, as counter mode
 * wants it. Substitution and linear step are one table look-up a byte, and two blocks go side by
 * side, for each waits on its own look-ups: sealing every value of the store is where the library's
 * engine took too long. Tests hold it against that engine.
 */
final class Sm4 {
  static final int BLOCK = 16;
  static final int KEY_BYTES = 16;

  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private static final int WORDS = 4;
  private static final int ROUNDS = 32;
  private static final int[] FAMILY_KEY = {0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc};
  private static final byte[] SUBSTITUTION =
      HexFormat.of()
          .parseHex(
              "d690e9fecce13db716b614c228fb2c052b679a762abe04c3aa44132649860699"
                  + "9c4250f491ef987a33540b43edcfac62e4b31ca9c908e89580df94fa758f3fa6"
                  + "4707a7fcf37317ba83593c19e6854fa8686b81b27164da8bf8eb0f4b70569d35"
                  + "1e240e5e6358d1a225227c3b01217887d40046579fd327524c3602e7a0c4c89e"
                  + "eabf8ad240c738b5a3f7f2cef96115a1e0ae5da49b341a55ad933230f58cb1e3"
                  + "1df6e22e8266ca60c02923ab0d534e6fd5db3745defd8e2f03ff6a726d6c5b51"
                  + "8d1baf92bbddbc7f11d95c411f105ad80ac13188a5cd7bbd2d74d012b8e5b4b0"
                  + "8969974a0c96777e65b9f109c56ec68418f07dec3adc4d2079ee5f3ed7cb3948");

  /** Substitution and linear step of the highest byte; those of the others are its rotations. */
  private static final int[] T0 = new int[256];

  private static final int[] T1 = new int[256];
  private static final int[] T2 = new int[256];
  private static final int[] T3 = new int[256];

  static {
    for (int i = 0; i < T0.length; i++) {
      int b = (SUBSTITUTION[i] & 0xFF) << 24;
      T0[i] =
          b
              ^ Integer.rotateLeft(b, 2)
              ^ Integer.rotateLeft(b, 10)
              ^ Integer.rotateLeft(b, 18)
              ^ Integer.rotateLeft(b, 24);
      T1[i] = Integer.rotateRight(T0[i], 8);
      T2[i] = Integer.rotateRight(T0[i], 16);
      T3[i] = Integer.rotateRight(T0[i], 24);
    }
  }

  private final int[] roundKeys = new int[ROUNDS];

  /**
   * @param key 16 bytes
   */
  Sm4(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key of SM4 has " + KEY_BYTES + " bytes");
    }
    int[] words = new int[WORDS];
    for (int i = 0; i < words.length; i++) {
      words[i] = (int) INT.get(key, Integer.BYTES * i) ^ FAMILY_KEY[i];
    }
    for (int i = 0; i < ROUNDS; i++) {
      int mixed = words[(i + 1) & 3] ^ words[(i + 2) & 3] ^ words[(i + 3) & 3] ^ roundConstant(i);
      int b = substituted(mixed);
      words[i & 3] ^= b ^ Integer.rotateLeft(b, 13) ^ Integer.rotateLeft(b, 23);
      roundKeys[i] = words[i & 3];
    }
  }

  /** Encrypts one block in place. */
  void encrypt(byte[] block) {
    int[] words = new int[WORDS];
    for (int i = 0; i < WORDS; i++) {
      words[i] = (int) INT.get(block, Integer.BYTES * i);
    }
    byte[] pair = new byte[2 * BLOCK];
    addKeyStream(words, pair, 0, pair, 0);
    System.arraycopy(pair, 0, block, 0, BLOCK);
  }

  /**
   * Adds to 32 bytes the key stream of a counter block and of the one behind it, whose last word is
   * greater by one.
   *
   * @param block four words
   */
  void addKeyStream(int[] block, byte[] in, int inAt, byte[] out, int outAt) {
    int[] keys = roundKeys;
    int a = block[0];
    int b = block[1];
    int c = block[2];
    int d = block[3];
    int e = a;
    int f = b;
    int g = c;
    int h = d + 1;
    for (int i = 0; i < ROUNDS; i += 4) {
      a ^= step(b ^ c ^ d ^ keys[i]);
      e ^= step(f ^ g ^ h ^ keys[i]);
      b ^= step(c ^ d ^ a ^ keys[i + 1]);
      f ^= step(g ^ h ^ e ^ keys[i + 1]);
      c ^= step(d ^ a ^ b ^ keys[i + 2]);
      g ^= step(h ^ e ^ f ^ keys[i + 2]);
      d ^= step(a ^ b ^ c ^ keys[i + 3]);
      h ^= step(e ^ f ^ g ^ keys[i + 3]);
    }
    add(d, c, in, inAt, out, outAt);
    add(b, a, in, inAt + 8, out, outAt + 8);
    add(h, g, in, inAt + 16, out, outAt + 16);
    add(f, e, in, inAt + 24, out, outAt + 24);
  }

  private static void add(int first, int second, byte[] in, int inAt, byte[] out, int outAt) {
    INT.set(out, outAt, (int) INT.get(in, inAt) ^ first);
    INT.set(out, outAt + 4, (int) INT.get(in, inAt + 4) ^ second);
  }

  private static int step(int word) {
    return T0[word >>> 24] ^ T1[(word >>> 16) & 0xFF] ^ T2[(word >>> 8) & 0xFF] ^ T3[word & 0xFF];
  }

  private static int substituted(int word) {
    int result = 0;
    for (int shift = 24; shift >= 0; shift -= 8) {
      result |= (SUBSTITUTION[(word >>> shift) & 0xFF] & 0xFF) << shift;
    }
    return result;
  }

  /** Byte j of constant i is (4i + j) times 7. */
  private static int roundConstant(int i) {
    int constant = 0;
    for (int j = 0; j < Integer.BYTES; j++) {
      constant = constant << 8 | ((Integer.BYTES * i + j) * 7 & 0xFF);
    }
    return constant;
  }
}
