package org.xinyidai.engine.referencenode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.xinyidai.connectors.feedback.ReceivedPage;
import org.xinyidai.connectors.feedback.ReceivedPage.Received;

/**
 * What the reference node holds (参考节点库), in a RocksDB of its own: results by sender and id, the
 * same by day, and the digests of batches. What {@link #keep} returned is on the disk. Safe for
 * many threads; calls after the close fail with {@link StoreAway}.
 */
final class NodeStore implements AutoCloseable {
  static {
    RocksDB.loadLibrary();
  }

  private final Options options;
  private final WriteOptions synced;
  private final RocksDB db;
  private boolean closed;

  /** What became of an entry. */
  enum Kept {
    /** It is held, now or since an earlier batch. */
    HELD,
    /** Its id is held with other content. */
    OTHER
  }

  private NodeStore(Options options, WriteOptions synced, RocksDB db) {
    this.options = options;
    this.synced = synced;
    this.db = db;
  }

  /** Opens the folder, or makes a new store in it. */
  static NodeStore open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Options options =
        new Options()
            .setCreateIfMissing(true)
            .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords);
    try {
      RocksDB db = RocksDB.open(options, folder.toString());
      return new NodeStore(options, new WriteOptions().setSync(true), db);
    } catch (RocksDBException e) {
      options.close();
      throw new IOException(folder + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Whether the number of a batch came before with other lines. */
  synchronized boolean isReused(String batch, String digest) {
    byte[] before = get("b " + batch);
    return before != null && !new String(before, UTF_8).equals(digest);
  }

  /**
   * Keeps entries in one write that is on the disk when this returns. The first content under an id
   * stays.
   *
   * @return one for each entry
   */
  synchronized List<Kept> keep(String sender, String batch, String digest, List<Entry> entries) {
    Map<String, String> fresh = new HashMap<>();
    List<Kept> kept = new ArrayList<>(entries.size());
    try (WriteBatch changes = new WriteBatch()) {
      changes.put(bytes("b " + batch), bytes(digest));
      for (Entry entry : entries) {
        String key = "r " + sender + " " + entry.id();
        byte[] before = get(key);
        String held = before == null ? fresh.get(entry.id()) : digestOf(before);
        if (held == null) {
          changes.put(bytes(key), value(entry));
          changes.put(bytes(dayKey(sender, entry.day(), entry.id())), bytes(entry.digest()));
          fresh.put(entry.id(), entry.digest());
        }
        kept.add(held == null || held.equals(entry.digest()) ? Kept.HELD : Kept.OTHER);
      }
      check();
      db.write(synced, changes);
    } catch (RocksDBException e) {
      throw failed(e);
    }
    return kept;
  }

  /** A page of what a sender's day holds, behind an id. */
  synchronized ReceivedPage page(String sender, LocalDate day, String after, int limit) {
    check();
    byte[] from = bytes(dayKey(sender, day, after));
    String prefix = dayKey(sender, day, "");
    List<Received> page = new ArrayList<>();
    try (RocksIterator at = db.newIterator()) {
      for (at.seek(from); at.isValid() && page.size() < limit; at.next()) {
        String key = new String(at.key(), UTF_8);
        if (!key.startsWith(prefix)) {
          break;
        }
        String id = key.substring(prefix.length());
        if (!id.equals(after)) {
          page.add(new Received(id, new String(at.value(), UTF_8)));
        }
      }
    }
    String next = page.size() == limit ? page.get(limit - 1).id() : "";
    return new ReceivedPage(day, page, next);
  }

  /** The line that is held under an id; null for none. */
  synchronized byte @Nullable [] line(String sender, String id) {
    byte[] value = get("r " + sender + " " + id);
    if (value == null) {
      return null;
    }
    int at = digestOf(value).length() + 1;
    byte[] line = new byte[value.length - at];
    System.arraycopy(value, at, line, 0, line.length);
    return line;
  }

  private byte @Nullable [] get(String key) {
    check();
    try {
      return db.get(bytes(key));
    } catch (RocksDBException e) {
      throw failed(e);
    }
  }

  private void check() {
    if (closed) {
      throw new StoreAway();
    }
  }

  /** The digest in front, a blank, the line. */
  private static byte[] value(Entry entry) {
    byte[] digest = bytes(entry.digest() + " ");
    byte[] value = new byte[digest.length + entry.line().length];
    System.arraycopy(digest, 0, value, 0, digest.length);
    System.arraycopy(entry.line(), 0, value, digest.length, entry.line().length);
    return value;
  }

  private static String digestOf(byte[] value) {
    int blank = 0;
    while (value[blank] != ' ') {
      blank++;
    }
    return new String(value, 0, blank, UTF_8);
  }

  private static String dayKey(String sender, LocalDate day, String id) {
    return "d " + sender + " " + day + " " + id;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static UncheckedIOException failed(RocksDBException e) {
    return new UncheckedIOException(new IOException("the store of the reference node fails", e));
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      db.close();
      synced.close();
      options.close();
    }
  }
}
