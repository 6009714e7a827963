package org.xinyidai.benchmarks.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/**
 * The peer: a plain RocksDB with the same buffers, compression and bloom filter, that is handed the
 * finished keys and values of a filled store in key order, the order it likes best.
 */
final class RawStore {
  private static final int ROWS_PER_SYNC = 4_096;
  private static final long WRITE_BUFFER_BYTES = 64L << 20;
  private static final int WRITE_BUFFERS = 3;
  private static final double BLOOM_BITS = 10;

  private final List<byte[]> keys = new ArrayList<>();
  private final List<byte[]> values = new ArrayList<>();

  /** Takes copies of all facts of a store. */
  static RawStore of(Store store) {
    RawStore raw = new RawStore();
    store.read(
        view -> {
          for (Family family : List.of(Family.FACTS, Family.SUPERSEDED)) {
            try (Cursor cursor = view.scan(family, new byte[0])) {
              while (cursor.next()) {
                raw.keys.add(cursor.key());
                raw.values.add(cursor.value());
              }
            }
          }
          return raw;
        });
    return raw;
  }

  int size() {
    return keys.size();
  }

  /** Bytes of all keys and values. */
  long bytes() {
    long bytes = 0;
    for (int i = 0; i < keys.size(); i++) {
      bytes += keys.get(i).length + values.get(i).length;
    }
    return bytes;
  }

  /** Opens an empty folder, writes everything with a sync each 4,096 rows, and closes. */
  void writeTo(Path folder) throws RocksDBException {
    try (BloomFilter bloom = new BloomFilter(BLOOM_BITS);
        Options options =
            new Options()
                .setCreateIfMissing(true)
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setMaxWriteBufferNumber(WRITE_BUFFERS)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig().setFilterPolicy(bloom));
        WriteOptions synced = new WriteOptions().setSync(true);
        RocksDB db = RocksDB.open(options, folder.toString());
        WriteBatch batch = new WriteBatch()) {
      for (int i = 0; i < keys.size(); i++) {
        batch.put(keys.get(i), values.get(i));
        if (batch.count() == ROWS_PER_SYNC) {
          db.write(synced, batch);
          batch.clear();
        }
      }
      db.write(synced, batch);
    }
  }
}
