package org.xinyidai.engine.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
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

  static StoreException ofOlderFormat(Path folder) {
    return new StoreException(
        Category.USER,
        "the state folder "
            + folder
            + " was written before values were sealed; run: xyd keys seal --from "
            + folder
            + " --state NEW");
  }

  static StoreException ofMissingKey(Path folder) {
    return new StoreException(
        Category.USER, "the state folder " + folder + " is sealed; name its key file");
  }

  static StoreException ofOtherKey(Path folder, Path keyFile, String wanted) {
    return new StoreException(
        Category.USER,
        "the key of " + keyFile + " is not that of " + folder + "; key " + wanted + " is wanted");
  }

  /** The line for a key file that cannot be used. */
  static String ofKeyFile(Path file, IOException e) {
    return e instanceof FileSystemException
        ? "the key file " + file + " cannot be used: no such file, or no right to it"
        : String.valueOf(e.getMessage());
  }

  static StoreException ofSeal(Family family) {
    return new StoreException(
        Category.INTERNAL,
        "a sealed value of '"
            + family.title()
            + "' does not open: it was altered; restore the store from a backup");
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
