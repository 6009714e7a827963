package org.xinyidai.connectors.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/** What the first bytes of a file say it is (文件特征码), whatever its name says. */
enum Signature {
  GZIP("a gzip archive", 0x1F, 0x8B),
  ZIP("a zip archive or a workbook", 'P', 'K', 3, 4),
  EMPTY_ZIP("an empty zip archive", 'P', 'K', 5, 6),
  COMPOUND("an old or locked Office file", 0xD0, 0xCF, 0x11, 0xE0),
  RAR("a RAR archive", 'R', 'a', 'r', '!'),
  SEVEN_ZIP("a 7z archive", '7', 'z', 0xBC, 0xAF),
  BZIP2("a bzip2 archive", 'B', 'Z', 'h'),
  XZ("an xz archive", 0xFD, '7', 'z', 'X'),
  ZSTD("a zstd archive", 0x28, 0xB5, 0x2F, 0xFD),
  PDF("a PDF", '%', 'P', 'D', 'F'),
  PARQUET("a Parquet file", 'P', 'A', 'R', '1'),
  LOCKED_PARQUET("an encrypted Parquet file", 'P', 'A', 'R', 'E'),
  ARROW("an Arrow file", 'A', 'R', 'R', 'O', 'W', '1'),
  UTF_16("UTF-16", 0xFF, 0xFE),
  UTF_16_BIG("UTF-16", 0xFE, 0xFF),
  /** None of those: text, or something unknown. */
  OTHER("of no known form");

  /** As many bytes as the longest signature has. */
  static final int LENGTH = 6;

  private final String called;

  /** Each byte as the character of its number. */
  private final String bytes;

  Signature(String called, int... bytes) {
    this.called = called;
    this.bytes = new String(bytes, 0, bytes.length);
  }

  /** As a person would call it, with its article. */
  String called() {
    return called;
  }

  /** Reads the first bytes alone of what is given. */
  static Signature of(byte[] bytes) {
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, LENGTH));
    return Arrays.stream(values())
        .filter(signature -> signature != OTHER && signature.begins(head))
        .findFirst()
        .orElse(OTHER);
  }

  /** Whether it packs other files, so that it may hide what they are. */
  boolean isArchive() {
    return switch (this) {
      case GZIP, ZIP, EMPTY_ZIP, COMPOUND, RAR, SEVEN_ZIP, BZIP2, XZ, ZSTD -> true;
      case PDF, PARQUET, LOCKED_PARQUET, ARROW, UTF_16, UTF_16_BIG, OTHER -> false;
    };
  }

  private boolean begins(byte[] head) {
    return new String(head, ISO_8859_1).startsWith(bytes);
  }
}
