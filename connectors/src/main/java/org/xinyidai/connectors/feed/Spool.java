package org.xinyidai.connectors.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes of unknown length as a temporary file (临时落盘), for forms that are read back and forth. */
final class Spool {
  private static final int BUFFER_BYTES = 1 << 16;

  private Spool() {}

  /** Copies the bytes within the bound; the caller deletes the file. */
  static Path of(InputStream bytes, long maxBytes) throws IOException {
    Path file = Files.createTempFile("xyd-feed-", ".spool");
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      long copied = 0;
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        copied += read;
        if (copied > maxBytes) {
          throw new UnreadableFile("more than " + maxBytes + " bytes; split the file");
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException failure) {
      Files.delete(file);
      throw failure;
    }
    return file;
  }
}
