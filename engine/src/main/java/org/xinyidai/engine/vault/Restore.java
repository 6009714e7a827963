package org.xinyidai.engine.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreOptions;

/**
 * Makes a state of a backup (恢复), and proves it: every file has its digest, and the store that
 * opens from them holds what the manifest says, value by value.
 */
public final class Restore {
  private final Path backup;
  private final String publicKey;

  /**
   * @param publicKey who must have signed the backup, in hexadecimal; empty for anyone
   */
  public Restore(Path backup, String publicKey) {
    this.backup = backup;
    this.publicKey = publicKey;
  }

  /**
   * Restores into a folder that is not there yet; it appears when all is proved.
   *
   * @param keyFile of the master key; one of another place than the backup
   * @throws DamagedBackup that names the file at fault
   * @throws StoreException when the key is not that of the backup
   */
  public Manifest to(Path state, Path keyFile) throws IOException {
    if (Files.exists(state)) {
      throw new FileAlreadyExistsException(state.toString());
    }
    Manifest manifest = Manifest.read(backup, publicKey);
    Path draft = Folders.draft(state);
    Folders.delete(draft);
    Files.createDirectories(draft);
    try {
      refuseStrangers(manifest);
      for (FileDigest file : manifest.files()) {
        copy(file, draft);
      }
      prove(manifest, draft, keyFile);
      Folders.finish(draft, state);
      return manifest;
    } finally {
      Folders.delete(draft);
    }
  }

  private void refuseStrangers(Manifest manifest) throws IOException {
    Set<String> known = new HashSet<>(Set.of(Manifest.FILE, Manifest.SIGNATURE));
    manifest.files().forEach(file -> known.add(file.path()));
    for (String found : Folders.files(backup)) {
      if (!known.contains(found)) {
        throw new DamagedBackup(found + " of " + backup + " is not of the backup; take it away");
      }
    }
  }

  private void copy(FileDigest file, Path draft) throws IOException {
    Path from = backup.resolve(file.path());
    if (!from.normalize().startsWith(backup.normalize()) || !Files.isRegularFile(from)) {
      throw new DamagedBackup(file.path() + " of " + backup + " is missing; take another backup");
    }
    String inState =
        file.path().startsWith(Backup.STORE + "/")
            ? file.path().substring(Backup.STORE.length() + 1)
            : file.path();
    if (!FileDigest.copy(from, draft.resolve(inState), file.path()).equals(file)) {
      throw new DamagedBackup(file.path() + " of " + backup + " is damaged; take another backup");
    }
  }

  private static void prove(Manifest manifest, Path draft, Path keyFile) {
    StoreOptions options = StoreOptions.standard();
    StoreOptions opening = manifest.masterKey() == null ? options : options.sealedBy(keyFile);
    try (Store store = Store.open(draft, opening)) {
      ContentDigest found = store.read(ContentDigest::of);
      if (!found.equals(manifest.content())) {
        throw new DamagedBackup(
            "the restored store does not hold what "
                + Manifest.FILE
                + " says; take another backup");
      }
    }
  }
}
