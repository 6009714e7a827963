package org.xinyidai.connectors.feed;

import java.io.IOException;

/**
 * A file that cannot be read on (文件无法读取): torn, damaged, not of the stated format, or beyond a
 * limit. Its message is for a person and says what to do. Records read before stay good.
 */
public final class UnreadableFile extends IOException {
  private static final long serialVersionUID = 1L;

  public UnreadableFile(String problem) {
    super(problem);
  }

  public UnreadableFile(String problem, Throwable cause) {
    super(problem, cause);
  }

  /** What an I/O failure means to a person who sent the file of this name. */
  static UnreadableFile of(String name, IOException failure) {
    if (failure instanceof UnreadableFile told
        && String.valueOf(told.getMessage()).startsWith(name + ": ")) {
      return told;
    }
    String problem =
        failure instanceof UnreadableFile
            ? failure.getMessage()
            : "reading broke off (" + failure.getMessage() + "); send the file again";
    return new UnreadableFile(name + ": " + problem, failure);
  }
}
