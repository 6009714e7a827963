package org.xinyidai.connectors.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** Our two blocks at once beside the library's one. */
class Sm4GcmPropertyTest {
  @Property(tries = 500)
  void what_we_seal_is_what_the_library_seals(
      @ForAll long seed,
      @ForAll @IntRange(max = 400) int length,
      @ForAll @IntRange(max = 100) int bound)
      throws InvalidCipherTextException {
    Case one = new Case(seed, length, bound);
    byte[] sealed = new Sm4Gcm(one.key).seal(one.nonce, one.bound, one.plain);
    assertArrayEquals(one.byLibrary(), sealed);
    assertArrayEquals(one.plain, new Sm4Gcm(one.key).open(one.nonce, one.bound, sealed));
  }

  @Property(tries = 300)
  void one_flipped_bit_anywhere_opens_nothing(
      @ForAll long seed,
      @ForAll @IntRange(max = 200) int length,
      @ForAll @IntRange(max = 50) int bound) {
    Case one = new Case(seed, length, bound);
    Sm4Gcm cipher = new Sm4Gcm(one.key);
    byte[] sealed = cipher.seal(one.nonce, one.bound, one.plain);
    Random random = new Random(seed);
    assertNull(cipher.open(one.nonce, one.bound, flipped(sealed, random)));
    assertNull(cipher.open(flipped(one.nonce, random), one.bound, sealed));
    assertNull(new Sm4Gcm(flipped(one.key, random)).open(one.nonce, one.bound, sealed));
    if (bound > 0) {
      assertNull(cipher.open(one.nonce, flipped(one.bound, random), sealed));
    }
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    byte[] flipped = bytes.clone();
    int bit = random.nextInt(bytes.length * Byte.SIZE);
    flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
    return flipped;
  }

  /** Key, nonce and texts out of a seed. */
  private static final class Case {
    private final byte[] key = new byte[Sm4Gcm.KEY_BYTES];
    private final byte[] nonce = new byte[Aead.NONCE_BYTES];
    private final byte[] bound;
    private final byte[] plain;

    Case(long seed, int length, int boundLength) {
      Random random = new Random(seed);
      random.nextBytes(key);
      random.nextBytes(nonce);
      bound = new byte[boundLength];
      random.nextBytes(bound);
      plain = new byte[length];
      random.nextBytes(plain);
    }

    byte[] byLibrary() throws InvalidCipherTextException {
      GCMModeCipher gcm = GCMBlockCipher.newInstance(new SM4Engine());
      gcm.init(true, new AEADParameters(new KeyParameter(key), 8 * Aead.TAG_BYTES, nonce, bound));
      byte[] sealed = new byte[gcm.getOutputSize(plain.length)];
      int done = gcm.processBytes(plain, 0, plain.length, sealed, 0);
      gcm.doFinal(sealed, done);
      return sealed;
    }
  }
}
