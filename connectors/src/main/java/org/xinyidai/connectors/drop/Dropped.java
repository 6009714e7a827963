package org.xinyidai.connectors.drop;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xinyidai.connectors.drop.SetAside.Problem;
import org.xinyidai.connectors.seal.Sm3;

/**
 * A file in the drop folder with its manifest (一次投递).
 *
 * @param key tells this delivery from a later one of the same name: from the manifest's own bytes,
 *     so that it is the same after a crash
 */
public record Dropped(Path file, Path manifestFile, String key) {
  private static final int KEY_LENGTH = 12;

  static Dropped of(Path manifestFile) throws IOException {
    String name = String.valueOf(manifestFile.getFileName());
    String plain = name.substring(0, name.length() - Manifest.SUFFIX.length());
    String key = Sm3.of(head(manifestFile)).substring(0, KEY_LENGTH);
    return new Dropped(manifestFile.resolveSibling(plain), manifestFile, key);
  }

  public String name() {
    return String.valueOf(file.getFileName());
  }

  /** Whether the file is there; it may still be on its way, or moved before a crash. */
  boolean isThere() {
    return Files.exists(file, NOFOLLOW_LINKS);
  }

  long bytes() throws IOException {
    return isThere() ? Files.size(file) : 0;
  }

  /**
   * The manifest, once the file is seen to be what it says.
   *
   * @throws SetAside when it is not
   */
  public Manifest checked(DropLimits limits) throws SetAside, IOException {
    if (!Files.isRegularFile(manifestFile, NOFOLLOW_LINKS)
        || Files.size(manifestFile) > Manifest.MAX_BYTES) {
      throw new SetAside(Problem.MANIFEST_UNREADABLE, "more than " + Manifest.MAX_BYTES + " bytes");
    }
    Manifest manifest = Manifest.read(head(manifestFile));
    if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      throw new SetAside(Problem.NOT_A_FILE, "links and folders are not followed; drop the file");
    }
    if (Files.size(file) > limits.bytesPerFile()) {
      throw new SetAside(
          Problem.TOO_LARGE, "more than " + limits.bytesPerFile() + " bytes; split the file");
    }
    try (InputStream bytes = Files.newInputStream(file, NOFOLLOW_LINKS)) {
      String sm3 = Sm3.of(bytes);
      if (!sm3.equals(manifest.sm3())) {
        throw new SetAside(
            Problem.DIGEST_DIFFERS, "the file has SM3 " + sm3 + "; it is cut off or was changed");
      }
    }
    return manifest;
  }

  private static byte[] head(Path manifestFile) throws IOException {
    if (!Files.isRegularFile(manifestFile, NOFOLLOW_LINKS)) {
      return new byte[0];
    }
    try (InputStream bytes = Files.newInputStream(manifestFile, NOFOLLOW_LINKS)) {
      return bytes.readNBytes(Manifest.MAX_BYTES);
    }
  }
}
