package org.xinyidai.engine.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.View;

/**
 * What a store holds (内容摘要), opened: equal for two stores exactly when each key of each family has
 * the same value, whatever they are sealed under.
 *
 * @param sm3 over families, keys and values in order, in hexadecimal
 * @param entries by family, those without left out
 */
public record ContentDigest(String sm3, SortedMap<String, Long> entries) {
  private static final HexFormat HEX = HexFormat.of();

  public ContentDigest {
    entries = new TreeMap<>(entries);
  }

  /** Reads all of it. */
  public static ContentDigest of(View view) {
    SM3Digest sm3 = new SM3Digest();
    SortedMap<String, Long> entries = new TreeMap<>();
    for (Family family : Family.values()) {
      long count = 0;
      add(sm3, family.title().getBytes(US_ASCII));
      try (Cursor cursor = view.sweep(family, new byte[0])) {
        while (cursor.next()) {
          add(sm3, cursor.key());
          add(sm3, cursor.value());
          count++;
        }
      }
      if (count > 0) {
        entries.put(family.title(), count);
      }
    }
    byte[] digest = new byte[sm3.getDigestSize()];
    sm3.doFinal(digest, 0);
    return new ContentDigest(HEX.formatHex(digest), entries);
  }

  /** With its length before it, so that no two lists give the same bytes. */
  private static void add(SM3Digest sm3, byte[] bytes) {
    sm3.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array(), 0, Integer.BYTES);
    sm3.update(bytes, 0, bytes.length);
  }
}
