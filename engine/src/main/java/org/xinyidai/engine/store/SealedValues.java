package org.xinyidai.engine.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.seal.MasterKey;
import org.xinyidai.connectors.seal.Sm4Gcm;

/**
 * Values under SM4-GCM (国密加密存储). A stored value is the layout (1 byte), the number of the key (3),
 * the nonce (12), the hidden bytes and the tag (16); it is bound to its family and key, so that none
 * can be put in the place of another.
 *
 * <p>A nonce is 8 random bytes, drawn when the store first writes after it was opened, and a count of
 * 4 bytes; when the count has run out, 8 others are drawn. A copy of the store that is opened
 * elsewhere, such as a restored backup, draws others, so a counter alone would not do.
 */
final class SealedValues implements ValueSeal {
  /** Draws under one key: the chance that two are equal stays below 2 to the -33. */
  static final int MOST_DRAWS = 1 << 16;

  private static final byte LAYOUT = 1;
  private static final int HEADER_BYTES = Integer.BYTES;
  private static final int HIDDEN_AT = HEADER_BYTES + Sm4Gcm.NONCE_BYTES;
  private static final int NUMBER_MASK = 0xFFFFFF;

  private final Map<Family, byte[]> titles = new EnumMap<>(Family.class);

  /** Keys that were retired stay, for a reader may look at a moment before that. */
  private final Map<Integer, Sm4Gcm> ciphers = new ConcurrentHashMap<>();

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
                ciphers.computeIfAbsent(
                    key.number(), number -> new Sm4Gcm(keys.key(key, master))));
    newest = keys.newest();
  }

  @Override
  public byte[] place(Family family, byte[] key) {
    if (family.secrecy() != Secrecy.SEALED_UNDER_DIGEST || key.length <= 1) {
      return key;
    }
    HMac mac = new HMac(new SM3Digest());
    mac.init(indexKey);
    mac.update(key, 0, key.length);
    byte[] place = new byte[1 + mac.getMacSize()];
    place[0] = key[0];
    mac.doFinal(place, 1);
    return place;
  }

  @Override
  public byte[] seal(Family family, byte[] place, byte[] value) {
    if (family.secrecy() == Secrecy.CLEAR) {
      return value;
    }
    if (sealingUnder != newest) {
      draw();
    }
    byte[] stored = new byte[HIDDEN_AT + value.length + Sm4Gcm.TAG_BYTES];
    ByteBuffer.wrap(stored).putInt(LAYOUT << 24 | sealingUnder).putLong(prefix).putInt(count);
    count++;
    if (count == 0) {
      draw();
    }
    cipher(sealingUnder).seal(stored, HEADER_BYTES, bound(family, place), value);
    return stored;
  }

  @Override
  public byte[] open(Family family, byte[] place, byte[] stored) {
    if (family.secrecy() == Secrecy.CLEAR) {
      return stored;
    }
    Sm4Gcm cipher =
        stored.length > HIDDEN_AT && stored[0] == LAYOUT ? ciphers.get(keyOf(stored)) : null;
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
  int takeDraws() {
    int taken = draws;
    draws = 0;
    return taken;
  }

  /** The key that sealed last. */
  int sealingUnder() {
    return sealingUnder;
  }

  private void draw() {
    sealingUnder = newest;
    prefix = random.nextLong();
    count = 0;
    draws++;
  }

  private Sm4Gcm cipher(int number) {
    Sm4Gcm cipher = ciphers.get(number);
    if (cipher == null) {
      throw new IllegalStateException("no key " + number);
    }
    return cipher;
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
