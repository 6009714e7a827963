package org.xinyidai.engine.casebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.xinyidai.engine.store.KeyParts;

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
    return key(LIST, digest(organisation), KeyParts.newestFirst(at), id.getBytes(UTF_8));
  }

  private byte[] key(byte kind, byte[]... parts) {
    return KeyParts.join(new byte[] {book, kind}, KeyParts.join(parts));
  }

  private static byte[] digest(String text) {
    return KeyParts.digest(text, DIGEST_BYTES);
  }
}
