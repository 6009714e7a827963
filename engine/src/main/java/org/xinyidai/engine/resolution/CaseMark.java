package org.xinyidai.engine.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.commons.codec.digest.MurmurHash3;
import org.xinyidai.engine.resolution.Case.Status;
import org.xinyidai.models.record.Feeds;

/**
 * The mark of a case (归集索引): its status before its key, and hashes of the name and the account that
 * its row tells, so that those a decision concerns are found without reading all.
 */
record CaseMark(byte[] caseKey, long nameHash, long accountHash) {
  private static final long NOTHING = 0;

  static CaseMark of(Case each) {
    var feed = Feeds.byId(each.feed()).orElseThrow();
    return new CaseMark(
        Cases.key(each.batch(), each.line()),
        hash(IdentityReader.claimedName(feed, each.named())),
        hash(IdentityReader.claimedAccount(feed, each.named())));
  }

  static CaseMark read(byte[] key, byte[] value) {
    ByteBuffer hashes = ByteBuffer.wrap(value);
    return new CaseMark(
        Arrays.copyOfRange(key, 1, key.length), hashes.getLong(), hashes.getLong());
  }

  static byte[] prefix(Status status) {
    return new byte[] {status.code()};
  }

  byte[] key(Status status) {
    return ByteBuffer.allocate(1 + caseKey.length).put(status.code()).put(caseKey).array();
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
