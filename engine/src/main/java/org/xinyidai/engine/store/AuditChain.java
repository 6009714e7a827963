package org.xinyidai.engine.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * The links of the audit (审计链). Under its number, an entry is stored behind the SM3 digest of the
 * digest before it and its own bytes, so that none can be altered, taken out, moved or added
 * without every later digest changing.
 */
public final class AuditChain {
  public static final int DIGEST_BYTES = 32;

  private static final byte[] HEAD_KEY = "audit-head".getBytes(US_ASCII);
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /**
   * The end of the chain.
   *
   * @param number of the last entry, 0 before the first
   * @param digest its link in hexadecimal, zeros before the first
   */
  public record Head(long number, String digest) {
    static final Head NONE = new Head(0, "00".repeat(DIGEST_BYTES));

    /** The link as bytes. */
    public byte[] link() {
      return HexFormat.of().parseHex(digest);
    }
  }

  private AuditChain() {}

  /** Puts the entry of what the overlay's command changed; nothing where it changed nothing. */
  static void append(Overlay overlay, Act act) {
    Map<Family, SortedPuts> own = overlay.own();
    if (own.isEmpty()) {
      return;
    }
    SortedMap<String, Integer> changed = new TreeMap<>();
    own.forEach((family, puts) -> changed.put(family.title(), puts.size()));
    Head head = headOf(overlay);
    long number = head.number() + 1;
    byte[] entry =
        bytes(
            new AuditEntry(
                number, overlay.instant(), act, changed, HexFormat.of().formatHex(content(own))));
    byte[] link = link(head.link(), entry);
    overlay.put(
        Family.AUDIT,
        key(number),
        ByteBuffer.allocate(DIGEST_BYTES + entry.length).put(link).put(entry).array());
    overlay.put(
        Family.META,
        HEAD_KEY,
        ByteBuffer.allocate(Long.BYTES + DIGEST_BYTES).putLong(number).put(link).array());
  }

  /** The number that the entry of the command being decided will bear, if it changes anything. */
  public static long numberOf(Changes changes) {
    return headOf(changes).number() + 1;
  }

  private static Head headOf(Changes changes) {
    return changes.get(Family.META, HEAD_KEY).map(AuditChain::head).orElse(Head.NONE);
  }

  /** The end of the chain as the store knows it; number 0 before the first entry. */
  public static Head head(View view) {
    return view.get(Family.META, HEAD_KEY).map(AuditChain::head).orElse(Head.NONE);
  }

  /** The digest of an entry, given that of the one before it. */
  public static byte[] link(byte[] before, byte[] entry) {
    SM3Digest sm3 = new SM3Digest();
    sm3.update(before, 0, before.length);
    sm3.update(entry, 0, entry.length);
    return finish(sm3);
  }

  /** Where an entry stands, so that the order of keys is that of numbers. */
  public static byte[] key(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  /** The entry of stored bytes without their link. */
  public static AuditEntry entry(byte[] bytes) {
    try {
      return MAPPER.readValue(bytes, AuditEntry.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the bytes are no entry of the audit", e);
    }
  }

  private static Head head(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    long number = bytes.getLong();
    byte[] digest = new byte[DIGEST_BYTES];
    bytes.get(digest);
    return new Head(number, HexFormat.of().formatHex(digest));
  }

  private static byte[] bytes(AuditEntry entry) {
    try {
      return MAPPER.writeValueAsBytes(entry);
    } catch (IOException e) {
      throw new UncheckedIOException("an entry of the audit cannot be written", e);
    }
  }

  private static byte[] content(Map<Family, SortedPuts> own) {
    SM3Digest sm3 = new SM3Digest();
    own.forEach(
        (family, puts) -> {
          if (!family.bulk()) {
            add(sm3, family.title().getBytes(UTF_8));
            for (int i = 0; i < puts.size(); i++) {
              add(sm3, puts.key(i));
              sm3.update((byte) (puts.value(i) == Overlay.DELETED ? 0 : 1));
              add(sm3, puts.value(i));
            }
          }
        });
    return finish(sm3);
  }

  /** With its length before it, so that no two lists of texts give the same bytes. */
  private static void add(SM3Digest sm3, byte[] bytes) {
    sm3.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array(), 0, Integer.BYTES);
    sm3.update(bytes, 0, bytes.length);
  }

  private static byte[] finish(SM3Digest sm3) {
    byte[] digest = new byte[DIGEST_BYTES];
    sm3.doFinal(digest, 0);
    return digest;
  }
}
