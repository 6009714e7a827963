package org.xinyidai.engine.store;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;

/** A view over one snapshot, with the cursors that were opened on it. */
final class RocksView implements View, AutoCloseable {
  /**
   * Read at once by a sweep: a few hundred blocks a call, little memory for each of its cursors.
   */
  private static final int SWEEP_BYTES = 1 << 20;

  private final Database database;
  private final RocksDB db;
  private final Handles handles;
  private final Snapshot snapshot;
  private final ReadOptions moment;
  private final ReadOptions sweeping;
  private final Set<RocksCursor> cursors = new HashSet<>();

  RocksView(Database database, RocksDB db, Handles handles) {
    this.database = database;
    this.db = db;
    this.handles = handles;
    snapshot = handles.borrow(db.getSnapshot());
    moment = handles.borrow(new ReadOptions().setSnapshot(snapshot));
    sweeping =
        handles.borrow(
            new ReadOptions()
                .setSnapshot(snapshot)
                .setFillCache(false)
                .setReadaheadSize(SWEEP_BYTES));
  }

  @Override
  public Optional<byte[]> get(Family family, byte[] key) {
    return Optional.ofNullable(database.get(family, key, moment));
  }

  @Override
  public Cursor scan(Family family, byte[] prefix, byte[] from) {
    return cursor(family, prefix, from, moment);
  }

  @Override
  public Cursor sweep(Family family, byte[] prefix) {
    return cursor(family, prefix, prefix, sweeping);
  }

  private Cursor cursor(Family family, byte[] prefix, byte[] from, ReadOptions options) {
    database.countLookup();
    RocksIterator iterator = handles.borrow(db.newIterator(database.handle(family), options));
    RocksCursor cursor =
        new RocksCursor(
            iterator,
            prefix,
            (place, stored) -> database.open(family, place, stored),
            this::release);
    cursors.add(cursor);
    cursor.seek(from);
    return cursor;
  }

  @Override
  public void close() {
    List.copyOf(cursors).forEach(this::release);
    handles.release(moment);
    handles.release(sweeping);
    db.releaseSnapshot(snapshot);
    handles.release(snapshot);
  }

  private void release(RocksCursor cursor) {
    if (cursors.remove(cursor)) {
      handles.release(cursor.iterator());
    }
  }
}
