package org.xinyidai.engine.ingest;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.View;

/**
 * A digest of what was taken in (状态摘要), to prove two stores equal: all versions of all facts, and
 * the receipts and refused rows of first deliveries. Deliveries of the same content again are left
 * out, for they change nothing; so is the clock of receipt. Stores of equal input and equal given
 * {@code knownAt} have equal digests, however often one of them was killed.
 */
final class StateDigest {
  private static final int FIRST = 1;

  private StateDigest() {}

  /** SHA-256 in hexadecimal. */
  static String of(Store store) {
    return store.read(
        view -> {
          MessageDigest digest = DigestUtils.getSha256Digest();
          addAll(view, Family.FACTS, digest);
          addAll(view, Family.SUPERSEDED, digest);
          List<Receipt> first = new ArrayList<>();
          Batches.forEach(
              view,
              "",
              receipt -> {
                if (receipt.batch().attempt() == FIRST) {
                  first.add(receipt);
                }
              });
          for (Receipt receipt : first) {
            add(digest, StoredJson.write(withoutClock(receipt)));
            addRange(view, Family.QUARANTINE, Batches.rejectedPrefix(receipt.batch().id()), digest);
          }
          return HexFormat.of().formatHex(digest.digest());
        });
  }

  private static Receipt withoutClock(Receipt receipt) {
    Batch batch = receipt.batch();
    Batch timeless =
        new Batch(
            batch.id(),
            batch.feed(),
            batch.source(),
            batch.attempt(),
            batch.content(),
            Instant.EPOCH,
            batch.knownAt());
    return new Receipt(
        timeless, receipt.status(), receipt.counts(), receipt.lastLine(), receipt.problem());
  }

  private static void addAll(View view, Family family, MessageDigest digest) {
    addRange(view, family, new byte[0], digest);
  }

  private static void addRange(View view, Family family, byte[] prefix, MessageDigest digest) {
    try (Cursor cursor = view.scan(family, prefix)) {
      while (cursor.next()) {
        add(digest, cursor.key());
        add(digest, cursor.value());
      }
    }
  }

  private static void add(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
