package org.xinyidai.engine.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.seal.Sm2Key;
import org.xinyidai.engine.store.AuditChain;
import org.xinyidai.engine.store.Keyring;
import org.xinyidai.engine.store.Store;

/**
 * Copies a state while it is written to (在线备份): all of one moment, between two groups of changes.
 * Values stay sealed in the copy; the master key is not in it.
 */
public final class Backup {
  /** Folders of a state beside its store, which go along. */
  static final List<String> BESIDE = List.of("training-sets");

  /** Where the store's files lie in a backup. */
  static final String STORE = "store";

  private static final String MOMENT = "backup.tmp";

  private final Store store;

  public Backup(Store store) {
    this.store = store;
  }

  /**
   * Writes a backup.
   *
   * @param target a folder that is not there yet; it appears when the backup is whole
   * @param key signs what the backup must hold
   * @param told bytes copied so far
   * @throws IOException when a file cannot be written, or something is in the way
   */
  public Manifest write(Path target, Optional<Sm2Key> key, LongConsumer told) throws IOException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path draft = Folders.draft(target);
    Folders.delete(draft);
    Files.createDirectories(draft);
    Path moment = store.folder().resolve(MOMENT);
    Folders.delete(moment);
    store.checkpoint(moment);
    try {
      Manifest manifest = copy(moment, draft, told);
      manifest.write(draft, key);
      Folders.finish(draft, target);
      return manifest;
    } finally {
      Folders.delete(moment);
    }
  }

  /** The files are copied before the moment is opened, for that adds files to it. */
  private Manifest copy(Path moment, Path draft, LongConsumer told) throws IOException {
    List<FileDigest> files = new ArrayList<>();
    copyAll(moment, STORE, draft, files, told);
    for (String beside : BESIDE) {
      copyAll(store.folder().resolve(beside), beside, draft, files, told);
    }
    try (Store opened = store.openAlike(moment)) {
      return opened.read(
          view ->
              new Manifest(
                  Manifest.FORMAT,
                  store.instant(),
                  masterKey(opened),
                  AuditChain.head(view),
                  ContentDigest.of(view),
                  files));
    }
  }

  private static @Nullable String masterKey(Store opened) {
    return opened.keyring().map(Keyring::masterId).orElse(null);
  }

  private static void copyAll(
      Path from, String name, Path draft, List<FileDigest> files, LongConsumer told)
      throws IOException {
    for (String file : Folders.files(from)) {
      String path = name + "/" + file;
      files.add(FileDigest.copy(from.resolve(file), draft.resolve(path), path));
      told.accept(files.stream().mapToLong(FileDigest::bytes).sum());
    }
  }
}
