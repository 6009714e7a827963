package org.xinyidai.connectors.feed;

import java.util.Locale;
import java.util.Optional;

/** How records stand in a file (文件格式). */
public enum Format {
  /** RFC 4180 with a header line. */
  CSV,
  /** One flat JSON object a line. */
  NDJSON;

  private static final String GZIP_SUFFIX = ".gz";

  /** The format that a file name tells, a {@code .gz} at its end aside. */
  public static Optional<Format> ofFileName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(GZIP_SUFFIX)) {
      name = name.substring(0, name.length() - GZIP_SUFFIX.length());
    }
    if (name.endsWith(".csv")) {
      return Optional.of(CSV);
    }
    return name.endsWith(".ndjson") || name.endsWith(".jsonl")
        ? Optional.of(NDJSON)
        : Optional.empty();
  }

  /** The format that a media type tells; parameters such as the charset are passed over. */
  public static Optional<Format> ofMediaType(String mediaType) {
    return switch (mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
      case "text/csv", "application/csv" -> Optional.of(CSV);
      case "application/x-ndjson", "application/ndjson", "application/jsonl" -> Optional.of(NDJSON);
      default -> Optional.empty();
    };
  }
}
