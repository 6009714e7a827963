package org.xinyidai.engine.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.commons.codec.digest.MurmurHash3;
import org.xinyidai.engine.resolution.Case.Status;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;

/**
 * The mark of a case (归集索引): its status before its name, and hashes of the name and the account
 * that its row tells, so that those a decision concerns are found without reading all.
 */
record CaseMark(CaseId id, long nameHash, long accountHash) {
  private static final long NOTHING = 0;

  static CaseMark of(Case each) {
    Feed<?> feed = Feeds.byId(each.feed()).orElseThrow();
    Map<String, String> named = each.named();
    return new CaseMark(
        new CaseId(each.batch(), each.line()),
        hash(IdentityReader.claimedName(feed, named)),
        hash(IdentityReader.claimedAccount(feed, named)));
  }

  static CaseMark read(byte[] key, byte[] value) {
    int line = key.length - Long.BYTES;
    // The status goes before the batch, a zero byte behind it.
    String batch = new String(key, 1, line - 2, UTF_8);
    ByteBuffer hashes = ByteBuffer.wrap(value);
    return new CaseMark(
        new CaseId(batch, ByteBuffer.wrap(key).getLong(line)), hashes.getLong(), hashes.getLong());
  }

  static byte[] prefix(Status status) {
    return new byte[] {status.code()};
  }

  static byte[] key(Status status, CaseId id) {
    return KeyParts.of(status.code(), id.key());
  }

  byte[] value() {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(nameHash).putLong(accountHash).array();
  }

  /** Whether both tell the same name or the same account. */
  boolean isAkin(CaseMark other) {
    return (nameHash != NOTHING && nameHash == other.nameHash)
        || (accountHash != NOTHING && accountHash == other.accountHash);
  }

  private static long hash(String text) {
    return text.isBlank() ? NOTHING : MurmurHash3.hash128x64(text.strip().getBytes(UTF_8))[0];
  }
}
