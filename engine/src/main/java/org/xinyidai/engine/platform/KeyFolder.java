package org.xinyidai.engine.platform;

import java.nio.file.Path;

/**
 * Where the keys of a platform lie (密钥目录): beside its state, never in it, so that a copy of the
 * state holds none of them.
 */
public final class KeyFolder {
  private KeyFolder() {}

  /** The folder for the keys of the platform in a state folder. */
  public static Path of(Path state) {
    Path whole = state.toAbsolutePath().normalize();
    return whole.resolveSibling(whole.getFileName() + ".keys");
  }
}
