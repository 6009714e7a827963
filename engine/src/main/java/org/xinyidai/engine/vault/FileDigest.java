package org.xinyidai.engine.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * A file of a backup.
 *
 * @param path below the backup, with slashes
 * @param sm3 of its bytes, in hexadecimal
 */
record FileDigest(String path, long bytes, String sm3) {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Copies a file, has it on the disk, and says what was copied. */
  static FileDigest copy(Path from, Path to, String path) throws IOException {
    Files.createDirectories(parent(to));
    try (InputStream in = Files.newInputStream(from);
        FileChannel file =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      FileDigest copied = transfer(in, Channels.newOutputStream(file), path);
      file.force(true);
      return copied;
    }
  }

  private static FileDigest transfer(InputStream in, OutputStream out, String path)
      throws IOException {
    SM3Digest sm3 = new SM3Digest();
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      sm3.update(buffer, 0, read);
      out.write(buffer, 0, read);
      bytes += read;
    }
    byte[] digest = new byte[sm3.getDigestSize()];
    sm3.doFinal(digest, 0);
    return new FileDigest(path, bytes, HexFormat.of().formatHex(digest));
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException(file + " is no file");
    }
    return parent;
  }
}
