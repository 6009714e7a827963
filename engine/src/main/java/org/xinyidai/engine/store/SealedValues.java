package org.xinyidai.engine.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.seal.Aead;
import org.xinyidai.connectors.seal.AesGcm;
import org.xinyidai.connectors.seal.MasterKey;
import org.xinyidai.connectors.seal.Sm4Gcm;

/**
 * Values under SM4-GCM, and figures by the million under AES-GCM (加密存储). A stored value is the
 * cipher (1 byte), the number of the key (3), the nonce (12), the hidden bytes and the tag (16); it
 * is bound to its family and key, so that none can be put in the place of another.
 *
 * <p>A nonce is 8 random bytes, drawn when the store first writes after it was opened, and a count
 * of 4 bytes; when the count has run out, 8 others are drawn. A copy of the store that is opened
 * elsewhere, such as a restored backup, draws others, so a counter alone would not do.
 */
final class SealedValues implements ValueSeal {
  /** Draws under one key: the chance that two are equal stays below 2 to the -33. */
  static final int MOST_DRAWS = 1 << 16;

  private static final byte SM4 = 1;
  private static final byte AES = 2;
  private static final int HEADER_BYTES = Integer.BYTES;
  private static final int HIDDEN_AT = HEADER_BYTES + Aead.NONCE_BYTES;
  private static final int DIGEST_BYTES = 32;

  /** The first byte of the key, a zero by which a place is known as one, and the digest. */
  private static final int PLACE_BYTES = 2 + DIGEST_BYTES;

  private static final int NUMBER_MASK = 0xFFFFFF;

  private final Map<Family, byte[]> titles = new EnumMap<>(Family.class);

  /** Keys that were retired stay, for a reader may look at a moment before that. */
  private final Map<Integer, Ciphers> ciphers = new ConcurrentHashMap<>();

  /** Both ciphers of a key; that of AES has a key of its own, derived. */
  private record Ciphers(Aead sm4, Aead aes) {
    private static final byte[] PURPOSE = "xinyidai figures".getBytes(StandardCharsets.US_ASCII);

    static Ciphers of(byte[] key) {
      byte[] derived = Arrays.copyOf(mac(new KeyParameter(key), PURPOSE), Sm4Gcm.KEY_BYTES);
      return new Ciphers(new Sm4Gcm(key), new AesGcm(derived));
    }
  }

  private final KeyParameter indexKey;
  private final SecureRandom random;
  private volatile int newest;

  private int sealingUnder;
  private long prefix;
  private int count;
  private int draws;

  SealedValues(DataKeys keys, MasterKey master, SecureRandom random) {
    this.random = random;
    indexKey = new KeyParameter(keys.indexKey(master));
    for (Family family : Family.values()) {
      titles.put(family, family.title().getBytes(StandardCharsets.US_ASCII));
    }
    adopt(keys, master);
  }

  /** Seals under the newest of these keys from the next write on. */
  void adopt(DataKeys keys, MasterKey master) {
    keys.keys()
        .forEach(
            key ->
                ciphers.computeIfAbsent(key.number(), number -> Ciphers.of(keys.key(key, master))));
    newest = keys.newest();
  }

  @Override
  public byte[] place(Family family, byte[] key) {
    boolean isPlace = key.length == PLACE_BYTES && key[1] == 0;
    if (family.secrecy() != Secrecy.SEALED_UNDER_DIGEST || key.length <= 1 || isPlace) {
      return key;
    }
    byte[] place = new byte[PLACE_BYTES];
    place[0] = key[0];
    System.arraycopy(mac(indexKey, key), 0, place, 2, DIGEST_BYTES);
    return place;
  }

  @Override
  public synchronized byte[] seal(Family family, byte[] place, byte[] value) {
    if (family.secrecy() == Secrecy.CLEAR) {
      return value;
    }
    if (sealingUnder != newest) {
      draw();
    }
    byte[] stored = new byte[HIDDEN_AT + value.length + Aead.TAG_BYTES];
    boolean figures = family.secrecy() == Secrecy.SEALED_FIGURES;
    ByteBuffer.wrap(stored)
        .putInt((figures ? AES : SM4) << 24 | sealingUnder)
        .putLong(prefix)
        .putInt(count);
    count++;
    if (count == 0) {
      draw();
    }
    Objects.requireNonNull(cipher(stored)).seal(stored, HEADER_BYTES, bound(family, place), value);
    return stored;
  }

  @Override
  public byte[] open(Family family, byte[] place, byte[] stored) {
    if (family.secrecy() == Secrecy.CLEAR) {
      return stored;
    }
    @Nullable Aead cipher = stored.length > HIDDEN_AT ? cipher(stored) : null;
    byte @Nullable [] value =
        cipher == null ? null : cipher.open(stored, HEADER_BYTES, bound(family, place));
    if (value == null) {
      throw Failures.ofSeal(family);
    }
    return value;
  }

  /** The number of the key that a stored value is sealed under. */
  static int keyOf(byte[] stored) {
    return ByteBuffer.wrap(stored).getInt() & NUMBER_MASK;
  }

  /** How often 8 random bytes were drawn since this was last asked. */
  synchronized int takeDraws() {
    int taken = draws;
    draws = 0;
    return taken;
  }

  /** The key that sealed last. */
  synchronized int sealingUnder() {
    return sealingUnder;
  }

  private void draw() {
    sealingUnder = newest;
    prefix = random.nextLong();
    count = 0;
    draws++;
  }

  /** The cipher that a stored value names; null when there is none. */
  private @Nullable Aead cipher(byte[] stored) {
    Ciphers known = ciphers.get(keyOf(stored));
    if (known == null) {
      return null;
    }
    return stored[0] == SM4 ? known.sm4() : stored[0] == AES ? known.aes() : null;
  }

  private static byte[] mac(KeyParameter key, byte[] bytes) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(key);
    mac.update(bytes, 0, bytes.length);
    byte[] digest = new byte[mac.getMacSize()];
    mac.doFinal(digest, 0);
    return digest;
  }

  private byte[] bound(Family family, byte[] place) {
    byte[] title = titles.get(family);
    if (title == null) {
      throw new IllegalStateException("no title of " + family);
    }
    byte[] bound = Arrays.copyOf(title, title.length + 1 + place.length);
    System.arraycopy(place, 0, bound, title.length + 1, place.length);
    return bound;
  }
}
