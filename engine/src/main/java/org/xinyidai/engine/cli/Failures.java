package org.xinyidai.engine.cli;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.engine.http.CannotListen;
import org.xinyidai.engine.http.tls.UnusableTls;
import org.xinyidai.engine.ingest.BatchConflict;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.vault.DamagedBackup;

/** Which failures are the world's and have a line for the user; all others are our own bugs. */
final class Failures {
  private Failures() {}

  /** The line that says what is wrong and what to do; empty for a bug of ours. */
  static String explain(Throwable failure) {
    if (failure instanceof Failure
        || failure instanceof UnreadableFile
        || failure instanceof StoreException
        || failure instanceof BatchConflict
        || failure instanceof DamagedBackup
        || failure instanceof CannotListen
        || failure instanceof UnusableTls) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is in the way: something of that name is there already";
    }
    if (failure instanceof FileSystemException file) {
      String reason =
          file.getReason() == null ? "no such file, or no right to it" : file.getReason();
      return file.getFile() + ": " + reason;
    }
    return failure.getCause() == null ? "" : explain(failure.getCause());
  }
}
