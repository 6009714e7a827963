package org.xinyidai.engine.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.xinyidai.engine.store.AuditChain;

/** Someone with the files in hand, who writes to the audit past the platform. */
final class Tamper implements AutoCloseable {
  private final RocksDB db;
  private final DBOptions options = new DBOptions();
  private final List<ColumnFamilyHandle> handles = new ArrayList<>();

  Tamper(Path folder) throws RocksDBException {
    List<ColumnFamilyDescriptor> families = new ArrayList<>();
    try (Options plain = new Options()) {
      for (byte[] name : RocksDB.listColumnFamilies(plain, folder.toString())) {
        families.add(new ColumnFamilyDescriptor(name));
      }
    }
    db = RocksDB.open(options, folder.toString(), families, handles);
  }

  byte[] entry(long number) throws RocksDBException {
    return db.get(family("audit"), AuditChain.key(number));
  }

  void put(long number, byte[] stored) throws RocksDBException {
    db.put(family("audit"), AuditChain.key(number), stored);
  }

  void delete(long number) throws RocksDBException {
    db.delete(family("audit"), AuditChain.key(number));
  }

  byte[] head() throws RocksDBException {
    return db.get(family("default"), "audit-head".getBytes(US_ASCII));
  }

  void putHead(byte[] stored) throws RocksDBException {
    db.put(family("default"), "audit-head".getBytes(US_ASCII), stored);
  }

  private ColumnFamilyHandle family(String title) throws RocksDBException {
    for (ColumnFamilyHandle handle : handles) {
      if (new String(handle.getName(), US_ASCII).equals(title)) {
        return handle;
      }
    }
    throw new IllegalStateException("no family " + title);
  }

  @Override
  public void close() {
    handles.forEach(ColumnFamilyHandle::close);
    db.close();
    options.close();
  }
}
