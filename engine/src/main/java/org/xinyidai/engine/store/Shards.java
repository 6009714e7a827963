package org.xinyidai.engine.store;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash2;
import org.xinyidai.models.subject.Uscc;

/**
 * How enterprises are cut into shards (分片): the hash that Kafka's default partitioner takes of the
 * code's bytes, so that a shard here is a partition there and can move whole.
 *
 * @param count fixed at install, 1 to {@link #MAX}
 */
public record Shards(int count) {
  /** A shard number takes one byte of every key. */
  public static final int MAX = 256;

  private static final int SEED = 0x9747b28c;

  public Shards {
    check(count);
  }

  static void check(int count) {
    if (count < 1 || count > MAX) {
      throw new IllegalArgumentException("shards must be 1 to " + MAX + ", not " + count);
    }
  }

  /** The shard of an enterprise, 0 to {@code count - 1}. */
  public int of(Uscc uscc) {
    return of(uscc.value().getBytes(StandardCharsets.US_ASCII));
  }

  int of(byte[] code) {
    return (MurmurHash2.hash32(code, code.length, SEED) & Integer.MAX_VALUE) % count;
  }
}
