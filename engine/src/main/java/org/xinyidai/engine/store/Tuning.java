package org.xinyidai.engine.store;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.Env;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileManager;
import org.rocksdb.WALRecoveryMode;

/** How the database is set, with the reason for each setting that is not its default. */
final class Tuning {
  /** One flush and one compaction beside each other: what two cores can bear. */
  private static final int BACKGROUND_JOBS = 2;

  /** Bits per key at which about one miss in a hundred reads a block in vain. */
  private static final double BLOOM_BITS = 10;

  /** Share of a write buffer for its own bloom filter: a first-time get misses without a search. */
  private static final double MEMTABLE_BLOOM_SHARE = 0.05;

  /** Two full buffers may wait for their flush before writes are held up. */
  private static final int BULK_BUFFERS = 3;

  private static final long SMALL_BUFFER_BYTES = 4L << 20;
  private static final long LOG_FILE_BYTES = 8L << 20;
  private static final int LOG_FILES = 4;

  private final StoreOptions options;
  private final Handles handles;
  private final BlockBasedTableConfig tables;

  Tuning(StoreOptions options, Handles handles) {
    this.options = options;
    this.handles = handles;
    Cache cache = handles.own(new LRUCache(options.cacheBytes()));
    tables =
        new BlockBasedTableConfig()
            .setBlockCache(cache)
            .setFilterPolicy(handles.own(new BloomFilter(BLOOM_BITS)));
  }

  DBOptions database() throws RocksDBException {
    DBOptions db =
        handles
            .own(new DBOptions())
            .setCreateIfMissing(true)
            .setCreateMissingColumnFamilies(true)
            // The default would open a log with a flipped bit and silently drop what follows it.
            .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
            .setMaxBackgroundJobs(BACKGROUND_JOBS)
            .setMaxTotalWalSize(options.walBytes())
            .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
            .setMaxLogFileSize(LOG_FILE_BYTES)
            .setKeepLogFileNum(LOG_FILES);
    if (options.quotaBytes() > 0) {
      SstFileManager files = handles.own(new SstFileManager(Env.getDefault()));
      files.setMaxAllowedSpaceUsage(options.quotaBytes());
      db.setSstFileManager(files);
    }
    return db;
  }

  ColumnFamilyOptions family(Family family) {
    ColumnFamilyOptions own =
        handles
            .own(new ColumnFamilyOptions())
            .setTableFormatConfig(tables)
            .setCompressionType(CompressionType.LZ4_COMPRESSION);
    if (family.bulk()) {
      own.setWriteBufferSize(options.writeBufferBytes())
          .setMaxWriteBufferNumber(BULK_BUFFERS)
          .setMemtablePrefixBloomSizeRatio(MEMTABLE_BLOOM_SHARE)
          .setMemtableWholeKeyFiltering(true);
    } else {
      own.setWriteBufferSize(Math.min(SMALL_BUFFER_BYTES, options.writeBufferBytes()));
    }
    return own;
  }
}
