package org.xinyidai.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.xinyidai.connectors.seal.Sm3;

/**
 * How keys outside of the facts are put together (键的拼接): mostly a letter for the kind of thing, so
 * that each kind is one range of its family, and then what finds the thing.
 */
public final class KeyParts {
  private KeyParts() {}

  /** A letter and what follows it. */
  public static byte[] of(byte kind, byte[]... parts) {
    return join(new byte[] {kind}, join(parts));
  }

  /** A letter and a text in UTF-8. */
  public static byte[] of(byte kind, String text) {
    return of(kind, text.getBytes(UTF_8));
  }

  /** The parts one behind the other. */
  public static byte[] join(byte[]... parts) {
    ByteBuffer key = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(one -> one.length).sum());
    Arrays.stream(parts).forEach(key::put);
    return key.array();
  }

  /**
   * The first bytes of the SM3 digest of a name: names of organisations are of any length, parts of
   * keys are not.
   */
  public static byte[] digest(String name, int bytes) {
    return Arrays.copyOf(Sm3.digest(name.getBytes(UTF_8)), bytes);
  }

  /** Eight bytes for an instant, to the microsecond: the later it is, the earlier they sort. */
  public static byte[] newestFirst(Instant at) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    return ByteBuffer.allocate(Long.BYTES).putLong(Long.MAX_VALUE - micros).array();
  }
}
