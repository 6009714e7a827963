package org.xinyidai.engine.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.xinyidai.models.record.Feed;

/** SHA-256 of what makes a delivery the same again, in hexadecimal. */
final class ContentDigest {
  /** Characters of a digest in a batch id: 128 bits are never met twice. */
  static final int ID_LENGTH = 32;

  private static final int BUFFER_BYTES = 1 << 16;

  private ContentDigest() {}

  static String of(Feed<?> feed, InputStream bytes) throws IOException {
    MessageDigest digest = begin(feed);
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static String of(Feed<?> feed, byte[] bytes) {
    return HexFormat.of().formatHex(begin(feed).digest(bytes));
  }

  static String ofKey(Feed<?> feed, String caller, String key) {
    MessageDigest digest = begin(feed);
    digest.update(caller.getBytes(UTF_8));
    digest.update((byte) 0);
    digest.update(key.getBytes(UTF_8));
    return HexFormat.of().formatHex(digest.digest()).substring(0, ID_LENGTH);
  }

  private static MessageDigest begin(Feed<?> feed) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    digest.update(feed.id().getBytes(UTF_8));
    digest.update((byte) 0);
    return digest;
  }
}
