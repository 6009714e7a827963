package org.xinyidai.benchmarks.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.StoreOptions;

/** The peer: RocksDB itself over the files of a store, opened for reading beside its owner. */
final class RawReads implements AutoCloseable {
  private static final double BLOOM_BITS = 10;

  private final List<AutoCloseable> owned = new ArrayList<>();
  private final RocksDB db;
  private final ColumnFamilyHandle vectors;

  private RawReads(Path folder) throws RocksDBException {
    LRUCache cache = own(new LRUCache(StoreOptions.standard().cacheBytes()));
    BlockBasedTableConfig tables =
        new BlockBasedTableConfig()
            .setBlockCache(cache)
            .setFilterPolicy(own(new BloomFilter(BLOOM_BITS)));
    ColumnFamilyOptions family = own(new ColumnFamilyOptions().setTableFormatConfig(tables));
    List<ColumnFamilyDescriptor> families = new ArrayList<>();
    try (Options plain = new Options()) {
      for (byte[] name : RocksDB.listColumnFamilies(plain, folder.toString())) {
        families.add(new ColumnFamilyDescriptor(name, family));
      }
    }
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    DBOptions options = own(new DBOptions());
    db = own(RocksDB.openReadOnly(options, folder.toString(), families, handles));
    ColumnFamilyHandle found = null;
    for (ColumnFamilyHandle handle : handles) {
      own(handle);
      if (new String(handle.getName(), UTF_8).equals(Family.VECTORS.title())) {
        found = handle;
      }
    }
    vectors = Objects.requireNonNull(found, "a family of vectors");
  }

  static RawReads open(Path folder) throws RocksDBException {
    return new RawReads(folder);
  }

  byte[] get(byte[] key) throws RocksDBException {
    return Objects.requireNonNull(db.get(vectors, key));
  }

  @Override
  public void close() {
    for (int i = owned.size() - 1; i >= 0; i--) {
      try {
        owned.get(i).close();
      } catch (Exception e) {
        throw new IllegalStateException("a native handle did not close", e);
      }
    }
  }

  private <T extends AutoCloseable> T own(T handle) {
    owned.add(handle);
    return handle;
  }
}
