package org.xinyidai.engine.store;

/** A figure of the store that a monitor watches (存储运行指标). */
public enum StoreGauge {
  HANDLES("handles", "Native handles open") {
    @Override
    long read(Database database, GroupWriter writer) {
      return database.openHandles();
    }
  },
  ITERATORS("iterators", "Native iterators open") {
    @Override
    long read(Database database, GroupWriter writer) {
      return database.openIterators();
    }
  },
  SNAPSHOTS("snapshots", "Snapshots held by reads") {
    @Override
    long read(Database database, GroupWriter writer) {
      return database.property("rocksdb.num-snapshots");
    }
  },
  LOOKUPS("lookups", "Keys looked up and cursors set since the start") {
    @Override
    long read(Database database, GroupWriter writer) {
      return database.lookups();
    }
  },
  WAITING_WRITES("write.queue", "Changes that wait for the writer") {
    @Override
    long read(Database database, GroupWriter writer) {
      return writer.waiting();
    }
  },
  BLOCK_CACHE_BYTES("block.cache.bytes", "Memory of blocks read from disk") {
    @Override
    long read(Database database, GroupWriter writer) {
      return database.property("rocksdb.block-cache-usage");
    }
  },
  MEMTABLE_BYTES("memtable.bytes", "Memory of what is not yet in table files") {
    @Override
    long read(Database database, GroupWriter writer) {
      return database.sumOfProperty("rocksdb.size-all-mem-tables");
    }
  },
  PENDING_COMPACTION_BYTES("pending.compaction.bytes", "Bytes that compaction has yet to rewrite") {
    @Override
    long read(Database database, GroupWriter writer) {
      return database.sumOfProperty("rocksdb.estimate-pending-compaction-bytes");
    }
  },
  TABLE_FILE_BYTES("table.file.bytes", "Size of all table files on disk") {
    @Override
    long read(Database database, GroupWriter writer) {
      return database.sumOfProperty("rocksdb.total-sst-files-size");
    }
  },
  BACKGROUND_ERRORS("background.errors", "Flushes and compactions that failed") {
    @Override
    long read(Database database, GroupWriter writer) {
      return database.property("rocksdb.background-errors");
    }
  };

  private final String id;
  private final String title;

  StoreGauge(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Words between dots, as a meter is named. */
  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  abstract long read(Database database, GroupWriter writer);
}
