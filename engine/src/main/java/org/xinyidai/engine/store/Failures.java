package org.xinyidai.engine.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.rocksdb.Status.Code;
import org.rocksdb.Status.SubCode;
import org.xinyidai.engine.store.StoreException.Category;

/** What the database's errors mean for whoever runs the store, and what to do next. */
final class Failures {
  private Failures() {}

  static StoreException ofOpen(Path folder, RocksDBException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("LOCK") || message.contains("lock hold by")) {
      return new StoreException(
          Category.USER,
          "the state folder "
              + folder
              + " is in use by another process; stop that one or choose another folder",
          e);
    }
    if (isOutOfSpace(e)) {
      return outOfSpace(e);
    }
    if (code(e) == Code.Corruption) {
      return damaged(folder.toString(), e);
    }
    return new StoreException(
        Category.INTERNAL, "the state folder " + folder + " cannot be opened: " + message, e);
  }

  static StoreException ofNewerFormat(Path folder, String what) {
    return new StoreException(
        Category.USER,
        "the state folder "
            + folder
            + " was written by a newer version ("
            + what
            + "); run that version");
  }

  static StoreException ofRead(RocksDBException e) {
    return code(e) == Code.Corruption
        ? damaged("on the disk", e)
        : new StoreException(Category.INTERNAL, "the store cannot be read: " + e.getMessage(), e);
  }

  static StoreException ofWrite(RocksDBException e) {
    return isOutOfSpace(e)
        ? outOfSpace(e)
        : new StoreException(
            Category.INTERNAL, "the store cannot be written: " + e.getMessage(), e);
  }

  private static StoreException damaged(String where, RocksDBException e) {
    return new StoreException(
        Category.INTERNAL,
        "the store " + where + " is damaged; restore it from a backup: " + e.getMessage(),
        e);
  }

  private static StoreException outOfSpace(RocksDBException e) {
    return new StoreException(
        Category.EXHAUSTED,
        "the disk of the state folder is full; free some space and start again",
        e);
  }

  private static boolean isOutOfSpace(RocksDBException e) {
    Status status = e.getStatus();
    return (status != null && status.getSubCode() == SubCode.NoSpace)
        || String.valueOf(e.getMessage()).contains("Max allowed space was reached");
  }

  private static @Nullable Code code(RocksDBException e) {
    Status status = e.getStatus();
    return status == null ? null : status.getCode();
  }
}
