package org.xinyidai.engine.identity;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/**
 * The nonces of signed requests (随机数登记), each good for one request. They are in the store, so a
 * request that is sent again is refused also by the process that takes the place of this one.
 */
public final class Nonces {
  /** Held for longer than a signature holds, should the clock be set back in between. */
  private static final Duration LONGER = Duration.ofHours(1);

  /** Nonces that are forgotten by one command. */
  private static final int PAGE = 1_024;

  private final Store store;

  public Nonces(Store store) {
    this.store = store;
  }

  /**
   * Uses a nonce up; durable when this returns.
   *
   * @param until when the signature that it belongs to is too old anyway
   * @return false when it was used before
   */
  public boolean use(String accountId, String nonce, Instant until) {
    byte[] key = key(accountId, nonce);
    byte[] value = ByteBuffer.allocate(Long.BYTES).putLong(until.getEpochSecond()).array();
    return store.execute(
        changes -> {
          if (changes.get(Family.NONCES, key).isPresent()) {
            return false;
          }
          changes.put(Family.NONCES, key, value);
          return true;
        });
  }

  /**
   * Forgets those whose signatures are too old.
   *
   * @return how many
   */
  public long forget(Instant now) {
    long forgotten = 0;
    List<byte[]> page;
    do {
      page = store.read(view -> old(view.scan(Family.NONCES, new byte[0]), now));
      List<byte[]> keys = page;
      forgotten +=
          store.execute(
              changes -> {
                keys.forEach(key -> changes.delete(Family.NONCES, key));
                return keys.size();
              });
    } while (page.size() == PAGE);
    return forgotten;
  }

  private static List<byte[]> old(Cursor nonces, Instant now) {
    long latest = now.minus(LONGER).getEpochSecond();
    List<byte[]> found = new ArrayList<>();
    try (nonces) {
      while (found.size() < PAGE && nonces.next()) {
        if (ByteBuffer.wrap(nonces.value()).getLong() <= latest) {
          found.add(nonces.key());
        }
      }
    }
    return found;
  }

  /** Of the same length whatever a client sends. */
  private static byte[] key(String accountId, String nonce) {
    return DigestUtils.sha256(accountId + "\0" + nonce);
  }
}
