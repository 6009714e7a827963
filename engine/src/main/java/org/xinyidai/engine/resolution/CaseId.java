package org.xinyidai.engine.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The name of a case (待归集记录编号), {@code batch:line}. */
public record CaseId(String batch, long line) {
  private static final int MOST_DIGITS = 18;

  /** The key on disk, which sorts by batch and line; batches hold no zero byte. */
  byte[] key() {
    byte[] name = (batch + "\0").getBytes(UTF_8);
    return ByteBuffer.allocate(name.length + Long.BYTES).put(name).putLong(line).array();
  }

  /** The case that untrusted text names; empty where it names none. */
  public static Optional<CaseId> parse(String text) {
    int colon = text.lastIndexOf(':');
    String line = text.substring(colon + 1);
    if (colon < 1 || line.length() > MOST_DIGITS || !line.matches("[0-9]+")) {
      return Optional.empty();
    }
    return Optional.of(new CaseId(text.substring(0, colon), Long.parseLong(line)));
  }
}
