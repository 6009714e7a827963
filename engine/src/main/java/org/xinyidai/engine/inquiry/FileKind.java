package org.xinyidai.engine.inquiry;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The kinds of files that may be sent (附件类型), each known by how it begins: a name or a header says
 * nothing.
 */
public enum FileKind {
  PDF("application/pdf", "255044462d"),
  PNG("image/png", "89504e470d0a1a0a"),
  JPEG("image/jpeg", "ffd8ff"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "504b0304"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "504b0304");

  /** A scanned contract of some pages. */
  public static final int MAX_BYTES = 5 << 20;

  private final String contentType;
  private final String beginning;

  FileKind(String contentType, String beginning) {
    this.contentType = contentType;
    this.beginning = beginning;
  }

  public String contentType() {
    return contentType;
  }

  /** The kind that is declared, where the bytes begin as that kind does. */
  public static Optional<FileKind> of(String contentType, byte[] bytes) {
    return Arrays.stream(values())
        .filter(kind -> kind.contentType.equals(contentType) && kind.begins(bytes))
        .findFirst();
  }

  private boolean begins(byte[] bytes) {
    int length = Math.min(bytes.length, beginning.length() / 2);
    return HexFormat.of().formatHex(bytes, 0, length).equals(beginning);
  }
}
