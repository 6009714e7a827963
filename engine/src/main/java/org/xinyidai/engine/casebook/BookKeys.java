package org.xinyidai.engine.casebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import org.xinyidai.connectors.seal.Sm3;

/** Keys of a book (案卷键): entries, lists, files and names, each kind a range of its own. */
final class BookKeys {
  private static final byte ENTRY = 'e';
  private static final byte LIST = 'i';
  private static final byte FILE = 'f';
  private static final byte NAME = 'u';
  private static final int DIGEST_BYTES = 16;

  private final byte book;

  BookKeys(Book book) {
    this.book = book.code();
  }

  byte[] entry(String id) {
    return key(ENTRY, id.getBytes(UTF_8));
  }

  byte[] file(String id, int number) {
    byte[] place = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    return key(FILE, digest(id), place);
  }

  byte[] name(String name) {
    return key(NAME, digest(name));
  }

  /** All entries in which an organisation has a part; empty for those of everyone. */
  byte[] list(String organisation) {
    return key(LIST, digest(organisation));
  }

  /** The later, the earlier. */
  byte[] listed(String organisation, Instant at, String id) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(Long.MAX_VALUE - micros).array();
    return key(LIST, digest(organisation), time, id.getBytes(UTF_8));
  }

  private byte[] key(byte kind, byte[]... parts) {
    int length = 2 + Arrays.stream(parts).mapToInt(part -> part.length).sum();
    ByteBuffer key = ByteBuffer.allocate(length).put(book).put(kind);
    Arrays.stream(parts).forEach(key::put);
    return key.array();
  }

  /** Names of organisations are of any length: their digests are not. */
  private static byte[] digest(String text) {
    byte[] whole = HexFormat.of().parseHex(Sm3.of(text.getBytes(UTF_8)));
    return Arrays.copyOf(whole, DIGEST_BYTES);
  }
}
