package org.xinyidai.engine.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Standard output that a try-with-resources may close without ending it for everyone else. */
final class Unclosed extends FilterWriter {
  Unclosed(Writer out) {
    super(out);
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
