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
  private final Database database;
  private final RocksDB db;
  private final Handles handles;
  private final Snapshot snapshot;
  private final ReadOptions moment;
  private final Set<RocksCursor> cursors = new HashSet<>();

  RocksView(Database database, RocksDB db, Handles handles) {
    this.database = database;
    this.db = db;
    this.handles = handles;
    snapshot = handles.borrow(db.getSnapshot());
    moment = handles.borrow(new ReadOptions().setSnapshot(snapshot));
  }

  @Override
  public Optional<byte[]> get(Family family, byte[] key) {
    return Optional.ofNullable(database.get(family, key, moment));
  }

  @Override
  public Cursor scan(Family family, byte[] prefix, byte[] from) {
    RocksIterator iterator = handles.borrow(db.newIterator(database.handle(family), moment));
    RocksCursor cursor = new RocksCursor(iterator, prefix, this::release);
    cursors.add(cursor);
    cursor.seek(from);
    return cursor;
  }

  @Override
  public void close() {
    List.copyOf(cursors).forEach(this::release);
    handles.release(moment);
    db.releaseSnapshot(snapshot);
    handles.release(snapshot);
  }

  private void release(RocksCursor cursor) {
    if (cursors.remove(cursor)) {
      handles.release(cursor.iterator());
    }
  }
}
