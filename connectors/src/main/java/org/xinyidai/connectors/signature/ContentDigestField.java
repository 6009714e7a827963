package org.xinyidai.connectors.signature;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;

/** The header field Content-Digest (内容摘要, RFC 9530) with SHA-256 over the content as sent. */
public final class ContentDigestField {
  public static final String NAME = "Content-Digest";

  private static final String ALGORITHM = "sha-256";

  private ContentDigestField() {}

  /** The value of the field for a content, which may be empty. */
  public static String of(byte[] content) {
    return Dictionary.valueOf(Map.of(ALGORITHM, ByteSequenceItem.valueOf(sha256(content))))
        .serialize();
  }

  /** Whether the field has a SHA-256 digest and it is that of the content. */
  public static boolean fits(String field, byte[] content) {
    try {
      ListElement<?> said = Parser.parseDictionary(field).get().get(ALGORITHM);
      return said instanceof ByteSequenceItem bytes
          && MessageDigest.isEqual(array(bytes.get()), sha256(content));
    } catch (ParseException e) {
      return false;
    }
  }

  static byte[] array(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
