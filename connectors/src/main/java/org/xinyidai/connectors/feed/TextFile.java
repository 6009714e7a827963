package org.xinyidai.connectors.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a file, whatever of the accepted forms it comes in (文本文件). */
public final class TextFile {
  private TextFile() {}

  /**
   * Opens a file, plain or gzip, in UTF-8 or GB18030, within the default bounds. The caller closes
   * it.
   *
   * @throws UnreadableFile when it is of a form that is not taken, there or while it is read
   */
  public static Reader open(Path file) throws IOException {
    return open(Files.newInputStream(file), ReadLimits.DEFAULT);
  }

  /** The same of bytes that come from elsewhere, within given bounds. */
  public static Reader open(InputStream bytes, ReadLimits limits) throws IOException {
    return new TextReader(new Inflater(bytes, limits));
  }
}
