package org.xinyidai.engine.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Checkpoint;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.xinyidai.connectors.seal.MasterKey;

/** The RocksDB of one folder with all its native handles. Calls after the close are a bug. */
final class Database implements Disk, AutoCloseable {
  static {
    RocksDB.loadLibrary();
  }

  /** How often a nonce was drawn, and under which key. */
  private static final byte[] DRAWS = "data-key-draws".getBytes(StandardCharsets.US_ASCII);

  /** A key that nothing is ever put under. */
  private static final byte[] PROBE = "write-probe".getBytes(StandardCharsets.US_ASCII);

  private final Path folder;
  private final Handles handles;
  private final RocksDB db;
  private final Map<Family, ColumnFamilyHandle> families = new EnumMap<>(Family.class);
  private final WriteOptions synced;
  private final ReadOptions latest;
  private final Optional<Opened> opened;
  private final ValueSeal seal;
  private final AtomicInteger draws = new AtomicInteger();
  private int drawnUnder;
  private final LongAdder lookups = new LongAdder();
  private final Frontier frontier = new Frontier(this::lastFactUpTo);

  /**
   * Opens the folder, or makes a new store in it.
   *
   * @throws StoreException when another process has it open, it is damaged, or of a newer format
   */
  static Database open(Path folder, StoreOptions options, InstantSource source) {
    Handles handles = new Handles();
    try {
      return new Database(folder, options, source, handles);
    } catch (RocksDBException e) {
      handles.closeOwned();
      throw Failures.ofOpen(folder, e);
    } catch (RuntimeException e) {
      handles.closeOwned();
      throw e;
    }
  }

  private Database(Path folder, StoreOptions options, InstantSource source, Handles handles)
      throws RocksDBException {
    this.folder = folder;
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
    List<ColumnFamilyHandle> columns = new ArrayList<>();
    db = handles.own(RocksDB.open(dbOptions, folder.toString(), descriptors, columns));
    for (ColumnFamilyHandle handle : columns) {
      handles.own(handle);
    }
    for (Family family : Family.values()) {
      families.put(family, named(family, columns));
    }
    opened = unlock(folder, options.keyFile(), source);
    seal = opened.<ValueSeal>map(Opened::values).orElse(ValueSeal.NONE);
    byte[] used = db.get(handle(Family.META), latest, DRAWS);
    if (used != null) {
      draws.set(ByteBuffer.wrap(used).getInt());
      drawnUnder = ByteBuffer.wrap(used).getInt(Integer.BYTES);
    }
  }

  /** What a master key opened. */
  record Opened(SealedValues values, MasterKey master) {}

  /** Finds the keys of the store, or makes the first ones; empty for a store without. */
  private Optional<Opened> unlock(Path folder, @Nullable Path keyFile, InstantSource source)
      throws RocksDBException {
    ColumnFamilyHandle meta = handle(Family.META);
    byte[] wrapped = db.get(meta, latest, DataKeys.PLACE);
    if (keyFile == null) {
      if (wrapped != null) {
        throw Failures.ofMissingKey(folder);
      }
      return Optional.empty();
    }
    if (wrapped == null && db.get(meta, latest, Format.VERSION_KEY) != null) {
      throw Failures.ofOlderFormat(folder);
    }
    SecureRandom random = new SecureRandom();
    MasterKey master = KeyPlace.master(folder, keyFile, wrapped == null);
    if (wrapped == null) {
      wrapped = DataKeys.first(master, source.instant(), random).write();
      db.put(meta, synced, DataKeys.PLACE, wrapped);
    }
    DataKeys keys = DataKeys.read(wrapped);
    if (!keys.master().equals(master.id())) {
      throw Failures.ofOtherKey(folder, keyFile, keys.master());
    }
    return Optional.of(new Opened(new SealedValues(keys, master, random), master));
  }

  Path folder() {
    return folder;
  }

  /** The keys of a sealed store. */
  Optional<Opened> opened() {
    return opened;
  }

  /** Whether so many nonces were drawn under the newest key that another should follow it. */
  boolean isKeyWornOut() {
    return draws.get() >= SealedValues.MOST_DRAWS;
  }

  byte[] open(Family family, byte[] place, byte[] stored) {
    return seal.open(family, place, stored);
  }

  @Override
  public byte @Nullable [] get(Family family, byte[] key) {
    if (family == Family.FACTS && frontier.isBeyond(key)) {
      return null;
    }
    return get(family, key, latest);
  }

  byte @Nullable [] get(Family family, byte[] key, ReadOptions moment) {
    byte[] place = seal.place(family, key);
    byte[] stored = stored(family, place, moment);
    return stored == null ? null : seal.open(family, place, stored);
  }

  private byte @Nullable [] stored(Family family, byte[] place, ReadOptions moment) {
    countLookup();
    try {
      return db.get(handle(family), moment, place);
    } catch (RocksDBException e) {
      throw Failures.ofRead(e);
    }
  }

  /** Counts a key that is looked up, or a cursor that is set to one. */
  void countLookup() {
    lookups.increment();
  }

  /** All of them since the start, whether anything was there or not. */
  long lookups() {
    return lookups.sum();
  }

  /** Told places and stored bytes until it has enough. */
  @FunctionalInterface
  interface StoredReader {
    boolean accept(byte[] place, byte[] stored);
  }

  /** Hands over what is stored, as it is stored, from a place on. */
  void forEachStored(Family family, byte[] from, StoredReader reader) {
    try (RocksIterator iterator = db.newIterator(handle(family), latest)) {
      boolean more = true;
      for (iterator.seek(from); more && iterator.isValid(); iterator.next()) {
        more = reader.accept(iterator.key(), iterator.value());
      }
      iterator.status();
    } catch (RocksDBException e) {
      throw Failures.ofRead(e);
    }
  }

  /** Links or copies the files of this moment into a folder that is not there yet. */
  void checkpoint(Path target) {
    try (Checkpoint checkpoint = Checkpoint.create(db)) {
      checkpoint.createCheckpoint(target.toString());
    } catch (RocksDBException e) {
      throw Failures.ofWrite(e);
    }
  }

  /** Writes every file anew, without what was deleted or replaced. */
  void compact() {
    try (FlushOptions flush = new FlushOptions().setWaitForFlush(true);
        CompactRangeOptions all =
            new CompactRangeOptions()
                .setBottommostLevelCompaction(BottommostLevelCompaction.kForce)) {
      db.flush(flush, List.copyOf(families.values()));
      for (ColumnFamilyHandle family : families.values()) {
        db.compactRange(family, null, null, all);
      }
    } catch (RocksDBException e) {
      throw Failures.ofWrite(e);
    }
  }

  @Override
  public long sequence() {
    return db.getLatestSequenceNumber();
  }

  /** A synced write that leaves nothing behind: it deletes what is not there. */
  void probe() {
    try {
      db.delete(handle(Family.META), synced, PROBE);
    } catch (RocksDBException e) {
      throw Failures.ofWrite(e);
    }
  }

  @Override
  public void write(Overlay changes) {
    try (WriteBatch batch = new WriteBatch()) {
      for (var family : changes.resealed().entrySet()) {
        reseal(family.getKey(), family.getValue(), batch);
      }
      for (var family : changes.entries().entrySet()) {
        if (family.getKey() == Family.FACTS) {
          raiseFrontier(family.getValue());
        }
        add(family.getKey(), family.getValue(), batch);
      }
      countDraws(batch);
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

  private void add(Family family, SortedPuts puts, WriteBatch batch) throws RocksDBException {
    ColumnFamilyHandle handle = handle(family);
    for (int i = 0; i < puts.size(); i++) {
      byte[] place = seal.place(family, puts.key(i));
      if (puts.value(i) == Overlay.DELETED) {
        batch.delete(handle, place);
      } else {
        batch.put(handle, place, seal.seal(family, place, puts.value(i)));
      }
    }
  }

  /** As they are now: this is the only thread that writes. What the group puts comes after. */
  private void reseal(Family family, List<byte[]> places, WriteBatch batch)
      throws RocksDBException {
    for (byte[] place : places) {
      byte[] stored = stored(family, place, latest);
      if (stored != null) {
        byte[] value = seal.open(family, place, stored);
        batch.put(handle(family), place, seal.seal(family, place, value));
      }
    }
  }

  /** In the same write as the first values under them. */
  private void countDraws(WriteBatch batch) throws RocksDBException {
    if (opened.isPresent()) {
      SealedValues values = opened.get().values();
      int fresh = values.takeDraws();
      if (fresh > 0) {
        boolean same = drawnUnder == values.sealingUnder();
        int drawn = draws.updateAndGet(before -> same ? before + fresh : fresh);
        drawnUnder = values.sealingUnder();
        byte[] both =
            ByteBuffer.allocate(2 * Integer.BYTES).putInt(drawn).putInt(drawnUnder).array();
        batch.put(handle(Family.META), DRAWS, both);
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
