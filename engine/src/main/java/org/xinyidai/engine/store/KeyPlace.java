package org.xinyidai.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.seal.MasterKey;
import org.xinyidai.engine.store.StoreException.Category;

/** Where the master key of a state folder lies: anywhere but in that folder. */
public final class KeyPlace {
  /** Names the file for all commands of a process, for one that starts under a supervisor. */
  public static final String VARIABLE = "XYD_KEY_FILE";

  /** The same as a property of the virtual machine. */
  public static final String PROPERTY = "xyd.keyFile";

  private KeyPlace() {}

  /** The file that the environment names, else the folder's name with {@code .key} beside it. */
  public static Path usual(Path folder) {
    String property = System.getProperty(PROPERTY);
    String named = property == null ? System.getenv(VARIABLE) : property;
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    Path whole = folder.toAbsolutePath().normalize();
    return whole.resolveSibling(whole.getFileName() + ".key");
  }

  /** The file that was given, else the usual one. */
  public static Path of(Path folder, @Nullable Path given) {
    return given == null ? usual(folder) : given;
  }

  /**
   * The master key of a store.
   *
   * @param isNew whether the store is yet to be made; then the key is made where there is none
   * @throws StoreException USER when there is no key, or the file is not as it should be
   */
  static MasterKey master(Path folder, Path file, boolean isNew) {
    Path whole = file.toAbsolutePath().normalize();
    if (whole.startsWith(folder.toAbsolutePath().normalize())) {
      throw new StoreException(
          Category.USER,
          "the key file " + file + " lies in the state folder; name one outside of it");
    }
    if (!isNew && !Files.exists(file)) {
      throw new StoreException(
          Category.USER,
          "the state folder "
              + folder
              + " is sealed and its key file "
              + file
              + " is not there; put it back, or name it with --key-file or "
              + VARIABLE);
    }
    try {
      if (!Files.exists(file)) {
        MasterKey.create(file, new SecureRandom());
      }
      return MasterKey.ofFile(file);
    } catch (IOException e) {
      throw new StoreException(Category.USER, Failures.ofKeyFile(file, e), e);
    }
  }

  /** Where the key that signs documents lies, in the same keeping as the master key. */
  public static Path sealBeside(Path keyFile) {
    return keyFile.resolveSibling(keyFile.getFileName() + ".seal");
  }
}
