package org.xinyidai.connectors.seal;

import static org.xinyidai.connectors.seal.GhashKey.LONG;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Authenticated encryption with SM4 in Galois counter mode under one key (SM4-GCM, RFC 8998, NIST
 * SP 800-38D): nobody without the key can read what was sealed, or alter it unnoticed. A nonce must
 * never be used twice under a key; the caller sees to that. Immutable, safe for many threads.
 */
public final class Sm4Gcm implements Aead {
  public static final int KEY_BYTES = Sm4.KEY_BYTES;

  private static final int PAIR = 2 * Sm4.BLOCK;
  private static final int COUNTER_AT = 3;

  private final Sm4 cipher;
  private final GhashKey hashKey;

  /**
   * @param key {@link #KEY_BYTES} bytes
   */
  public Sm4Gcm(byte[] key) {
    cipher = new Sm4(key);
    byte[] zeros = new byte[Sm4.BLOCK];
    cipher.encrypt(zeros);
    hashKey = new GhashKey(zeros);
  }

  /**
   * Seals bytes.
   *
   * @param nonce {@link #NONCE_BYTES} bytes, new for each call
   * @param bound what is not hidden but must be the same at the opening
   * @return the hidden bytes with a tag of {@link #TAG_BYTES} behind them
   */
  public byte[] seal(byte[] nonce, byte[] bound, byte[] plain) {
    byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + plain.length + TAG_BYTES);
    seal(sealed, 0, bound, plain);
    return Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
  }

  @Override
  public void seal(byte[] target, int nonceAt, byte[] bound, byte[] plain) {
    int at = nonceAt + NONCE_BYTES;
    Pass pass = new Pass(target, nonceAt);
    pass.code(plain, 0, target, at, plain.length);
    pass.hash(bound, target, at, plain.length);
    LONG.set(target, at + plain.length, pass.tagHigh);
    LONG.set(target, at + plain.length + Long.BYTES, pass.tagLow);
  }

  @Override
  public byte @Nullable [] open(byte[] sealed, int nonceAt, byte[] bound) {
    int at = nonceAt + NONCE_BYTES;
    int length = sealed.length - at - TAG_BYTES;
    if (length < 0) {
      return null;
    }
    Pass pass = new Pass(sealed, nonceAt);
    byte[] plain = new byte[length];
    pass.code(sealed, at, plain, 0, length);
    pass.hash(bound, sealed, at, length);
    long differs =
        (pass.tagHigh ^ (long) LONG.get(sealed, at + length))
            | (pass.tagLow ^ (long) LONG.get(sealed, at + length + Long.BYTES));
    return differs == 0 ? plain : null;
  }

  /** Opens what {@link #seal(byte[], byte[], byte[])} gave. */
  public byte @Nullable [] open(byte[] nonce, byte[] bound, byte[] sealed) {
    byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
    return open(all, 0, bound);
  }

  /** One sealing or opening. */
  private final class Pass {
    private final int[] counter = new int[4];

    /** The mask of the tag, which is the key stream of the first counter; then the tag. */
    private long tagHigh;

    private long tagLow;

    Pass(byte[] nonce, int at) {
      for (int i = 0; i < NONCE_BYTES / Integer.BYTES; i++) {
        counter[i] = (int) Sm4.INT.get(nonce, at + Integer.BYTES * i);
      }
    }

    /** Adds the key stream; the first counter's goes to the tag. */
    void code(byte[] in, int inAt, byte[] out, int outAt, int length) {
      byte[] first = new byte[PAIR];
      int done = Math.min(Sm4.BLOCK, length);
      System.arraycopy(in, inAt, first, Sm4.BLOCK, done);
      counter[COUNTER_AT] = 1;
      cipher.addKeyStream(counter, first, 0, first, 0);
      System.arraycopy(first, Sm4.BLOCK, out, outAt, done);
      tagHigh = (long) LONG.get(first, 0);
      tagLow = (long) LONG.get(first, Long.BYTES);
      for (counter[COUNTER_AT] += 2; done + PAIR <= length; done += PAIR) {
        cipher.addKeyStream(counter, in, inAt + done, out, outAt + done);
        counter[COUNTER_AT] += 2;
      }
      if (done < length) {
        byte[] last = Arrays.copyOf(Arrays.copyOfRange(in, inAt + done, inAt + length), PAIR);
        cipher.addKeyStream(counter, last, 0, last, 0);
        System.arraycopy(last, 0, out, outAt + done, length - done);
      }
    }

    /** Adds the hash of all that must not change to the tag. */
    void hash(byte[] bound, byte[] hidden, int at, int length) {
      Ghash hash = new Ghash(hashKey);
      hash.add(bound, 0, bound.length);
      hash.add(hidden, at, length);
      hash.add((long) bound.length * Byte.SIZE, (long) length * Byte.SIZE);
      tagHigh ^= hash.high();
      tagLow ^= hash.low();
    }
  }
}
