package org.xinyidai.engine.vault;

/** A backup is not what it was, or never became one. The message names the file at fault. */
public final class DamagedBackup extends RuntimeException {
  private static final long serialVersionUID = 1;

  DamagedBackup(String message) {
    super(message);
  }
}
