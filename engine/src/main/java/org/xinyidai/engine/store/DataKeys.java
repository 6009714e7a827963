package org.xinyidai.engine.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.seal.MasterKey;
import org.xinyidai.connectors.seal.Sm4Gcm;

/**
 * The keys of a store as they lie in it (数据加密密钥), each wrapped by the master key, which lies
 * elsewhere. The greatest number seals; the others still open.
 *
 * @param master names the master key
 * @param index wraps the key of the digests that stand for keys that name somebody; never changed,
 *     for entries are found by them
 */
record DataKeys(String master, List<Wrapped> keys, String index) {
  /** Where they stand in the store. */
  static final byte[] PLACE = "data-keys".getBytes(US_ASCII);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] INDEX = "xinyidai index key".getBytes(US_ASCII);

  DataKeys {
    keys = List.copyOf(keys);
  }

  /**
   * One key.
   *
   * @param number from 1 on, as values name it
   * @param key wrapped, in hexadecimal
   */
  record Wrapped(int number, String key, Instant madeAt) {}

  /** The first key of a new store. */
  static DataKeys first(MasterKey master, Instant at, SecureRandom random) {
    String index = HEX.formatHex(master.wrap(fresh(random), INDEX, random));
    return new DataKeys(master.id(), List.of(), index).withFresh(master, at, random);
  }

  static DataKeys read(byte[] stored) {
    try {
      return JSON.readValue(stored, DataKeys.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the keys of the store cannot be read", e);
    }
  }

  byte[] write() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (IOException e) {
      throw new UncheckedIOException("the keys of the store cannot be written", e);
    }
  }

  /** The number that seals. */
  int newest() {
    return keys.stream().mapToInt(Wrapped::number).max().orElse(0);
  }

  /** The same with one more key, which seals from now on. */
  DataKeys withFresh(MasterKey by, Instant at, SecureRandom random) {
    List<Wrapped> more = new ArrayList<>(keys);
    int number = newest() + 1;
    more.add(new Wrapped(number, HEX.formatHex(by.wrap(fresh(random), bound(number), random)), at));
    return new DataKeys(master, more, index);
  }

  /** The same without a key that nothing is sealed under any more. */
  DataKeys without(int number) {
    return new DataKeys(
        master, keys.stream().filter(key -> key.number() != number).toList(), index);
  }

  /** The same keys, wrapped by another master key. */
  DataKeys rewrapped(MasterKey from, MasterKey to, SecureRandom random) {
    List<Wrapped> again =
        keys.stream()
            .sorted(Comparator.comparingInt(Wrapped::number))
            .map(key -> rewrapped(key, from, to, random))
            .toList();
    String newIndex = HEX.formatHex(to.wrap(indexKey(from), INDEX, random));
    return new DataKeys(to.id(), again, newIndex);
  }

  private Wrapped rewrapped(Wrapped key, MasterKey from, MasterKey to, SecureRandom random) {
    byte[] wrapped = to.wrap(key(key, from), bound(key.number()), random);
    return new Wrapped(key.number(), HEX.formatHex(wrapped), key.madeAt());
  }

  /** A key unwrapped. */
  byte[] key(Wrapped key, MasterKey by) {
    return required(by.unwrap(HEX.parseHex(key.key()), bound(key.number())));
  }

  /** The key of digests unwrapped. */
  byte[] indexKey(MasterKey by) {
    return required(by.unwrap(HEX.parseHex(index), INDEX));
  }

  private static byte[] required(byte @Nullable [] unwrapped) {
    if (unwrapped == null) {
      throw new StoreException(
          StoreException.Category.INTERNAL,
          "a wrapped key of the store was altered; restore the store from a backup");
    }
    return unwrapped;
  }

  private static byte[] fresh(SecureRandom random) {
    byte[] key = new byte[Sm4Gcm.KEY_BYTES];
    random.nextBytes(key);
    return key;
  }

  /** Binds a wrapped key to its number, so that none stands in for another. */
  private static byte[] bound(int number) {
    return ("xinyidai data key " + number).getBytes(US_ASCII);
  }
}
