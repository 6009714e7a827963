package org.xinyidai.engine.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** The RocksDB of one folder with all its native handles. Calls after the close are a bug. */
final class Database implements Disk, AutoCloseable {
  static {
    RocksDB.loadLibrary();
  }

  private final Handles handles;
  private final RocksDB db;
  private final Map<Family, ColumnFamilyHandle> families = new EnumMap<>(Family.class);
  private final WriteOptions synced;
  private final ReadOptions latest;
  private final Frontier frontier = new Frontier(this::lastFactUpTo);

  /**
   * Opens the folder, or makes a new store in it.
   *
   * @throws StoreException when another process has it open, it is damaged, or of a newer format
   */
  static Database open(Path folder, StoreOptions options) {
    Handles handles = new Handles();
    try {
      return new Database(folder, options, handles);
    } catch (RocksDBException e) {
      handles.closeOwned();
      throw Failures.ofOpen(folder, e);
    } catch (RuntimeException e) {
      handles.closeOwned();
      throw e;
    }
  }

  private Database(Path folder, StoreOptions options, Handles handles) throws RocksDBException {
    this.handles = handles;
    refuseUnknownFamilies(folder);
    Tuning tuning = new Tuning(options, handles);
    DBOptions dbOptions = tuning.database();
    List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
    for (Family family : Family.values()) {
      byte[] name = family.title().getBytes(StandardCharsets.UTF_8);
      descriptors.add(new ColumnFamilyDescriptor(name, tuning.family(family)));
    }
    synced = handles.own(new WriteOptions()).setSync(true);
    latest = handles.own(new ReadOptions());
    List<ColumnFamilyHandle> opened = new ArrayList<>();
    db = handles.own(RocksDB.open(dbOptions, folder.toString(), descriptors, opened));
    for (ColumnFamilyHandle handle : opened) {
      handles.own(handle);
    }
    for (Family family : Family.values()) {
      families.put(family, named(family, opened));
    }
  }

  @Override
  public byte @Nullable [] get(Family family, byte[] key) {
    if (family == Family.FACTS && frontier.isBeyond(key)) {
      return null;
    }
    return get(family, key, latest);
  }

  byte @Nullable [] get(Family family, byte[] key, ReadOptions moment) {
    try {
      return db.get(handle(family), moment, key);
    } catch (RocksDBException e) {
      throw Failures.ofRead(e);
    }
  }

  @Override
  public long sequence() {
    return db.getLatestSequenceNumber();
  }

  @Override
  public void write(Overlay changes) {
    try (WriteBatch batch = new WriteBatch()) {
      for (var family : changes.entries().entrySet()) {
        if (family.getKey() == Family.FACTS) {
          raiseFrontier(family.getValue());
        }
        add(handle(family.getKey()), family.getValue(), batch);
      }
      db.write(synced, batch);
    } catch (RocksDBException e) {
      throw Failures.ofWrite(e);
    }
  }

  /** A view of this moment; its reader closes it. */
  RocksView view() {
    return new RocksView(this, db, handles);
  }

  ColumnFamilyHandle handle(Family family) {
    ColumnFamilyHandle handle = families.get(family);
    if (handle == null) {
      throw new IllegalStateException("no column family for " + family);
    }
    return handle;
  }

  /** Native handles that are open now. */
  int openHandles() {
    return handles.open();
  }

  /** Iterators that are open now. */
  int openIterators() {
    return handles.iterators();
  }

  /** A property that RocksDB keeps once for all families. */
  long property(String name) {
    try {
      return db.getLongProperty(name);
    } catch (RocksDBException e) {
      throw Failures.ofRead(e);
    }
  }

  /** A property of each family, summed. */
  long sumOfProperty(String name) {
    try {
      return db.getAggregatedLongProperty(name);
    } catch (RocksDBException e) {
      throw Failures.ofRead(e);
    }
  }

  @Override
  public void close() {
    handles.closeOwned();
  }

  private static void add(ColumnFamilyHandle handle, SortedPuts puts, WriteBatch batch)
      throws RocksDBException {
    for (int i = 0; i < puts.size(); i++) {
      if (puts.value(i) == Overlay.DELETED) {
        batch.delete(handle, puts.key(i));
      } else {
        batch.put(handle, puts.key(i), puts.value(i));
      }
    }
  }

  /** Before the write, so that a frontier is never behind the truth, even when the write fails. */
  private void raiseFrontier(SortedPuts facts) {
    for (int i = 0; i < facts.size(); i++) {
      boolean lastOfFeed =
          i + 1 == facts.size() || !FactKey.sameFeed(facts.key(i), facts.key(i + 1));
      if (lastOfFeed) {
        frontier.raise(facts.key(i));
      }
    }
  }

  private byte @Nullable [] lastFactUpTo(byte[] bound) {
    try (RocksIterator iterator = db.newIterator(handle(Family.FACTS), latest)) {
      iterator.seekForPrev(bound);
      iterator.status();
      return iterator.isValid() ? iterator.key() : null;
    } catch (RocksDBException e) {
      throw Failures.ofRead(e);
    }
  }

  private static void refuseUnknownFamilies(Path folder) throws RocksDBException {
    try (Options plain = new Options()) {
      for (byte[] name : RocksDB.listColumnFamilies(plain, folder.toString())) {
        String title = new String(name, StandardCharsets.UTF_8);
        if (!Family.isKnown(title)) {
          throw Failures.ofNewerFormat(folder, "it holds '" + title + "'");
        }
      }
    }
  }

  private static ColumnFamilyHandle named(Family family, List<ColumnFamilyHandle> opened)
      throws RocksDBException {
    for (ColumnFamilyHandle handle : opened) {
      if (new String(handle.getName(), StandardCharsets.UTF_8).equals(family.title())) {
        return handle;
      }
    }
    throw new IllegalStateException("RocksDB did not open " + family);
  }
}
