package org.xinyidai.benchmarks.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.xinyidai.connectors.cumcm.InvoiceFile;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.Validated.Accepted;

/**
 * The peer: a plain RocksDB with the same buffers, compression and bloom filter, that is handed the
 * finished keys and values of the facts, 4,096 to a sync.
 */
final class RawStore {
  private static final int ROWS_PER_SYNC = 4_096;
  private static final long WRITE_BUFFER_BYTES = 64L << 20;
  private static final int WRITE_BUFFERS = 3;
  private static final double BLOOM_BITS = 10;

  private final List<Entry> entries;

  private RawStore(List<Entry> entries) {
    this.entries = entries;
  }

  /** The facts of a filled store in the order in which the files hold them. */
  static RawStore inOrderOfArrival(Store store, List<InvoiceFile> files, LocalDate receivedOn)
      throws IOException {
    List<Entry> entries = new ArrayList<>();
    Set<ByteBuffer> seen = new HashSet<>();
    for (InvoiceFile file : files) {
      try (FeedReader reader = file.open()) {
        while (reader.next()) {
          if (reader.current().validate(file.feed(), receivedOn)
              instanceof Accepted<Row> accepted) {
            byte[] key = FactKey.of(store.shards(), file.feed(), accepted.value());
            if (seen.add(ByteBuffer.wrap(key))) {
              byte[] value = store.read(view -> view.get(Family.FACTS, key)).orElseThrow();
              entries.add(new Entry(key, value));
            }
          }
        }
      }
    }
    return new RawStore(entries);
  }

  /** The same in order of key, which RocksDB likes best and no file is in. */
  RawStore sorted() {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparing(Entry::key, Arrays::compareUnsigned));
    return new RawStore(sorted);
  }

  int size() {
    return entries.size();
  }

  /** Bytes of all keys and values. */
  long bytes() {
    return entries.stream().mapToLong(entry -> entry.key.length + entry.value.length).sum();
  }

  /** Opens an empty folder, writes everything, and closes. */
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
      for (Entry entry : entries) {
        batch.put(entry.key, entry.value);
        if (batch.count() == ROWS_PER_SYNC) {
          db.write(synced, batch);
          batch.clear();
        }
      }
      db.write(synced, batch);
    }
  }

  private static final class Entry {
    private final byte[] key;
    private final byte[] value;

    Entry(byte[] key, byte[] value) {
      this.key = key;
      this.value = value;
    }

    byte[] key() {
      return key;
    }
  }
}
