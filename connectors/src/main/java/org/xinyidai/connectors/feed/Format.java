package org.xinyidai.connectors.feed;

import java.util.Locale;
import java.util.Optional;

/** How records stand in a file (文件格式). */
public enum Format {
  /** RFC 4180 with a header line. */
  CSV,
  /** One flat JSON object a line. */
  NDJSON,
  /** The first sheet of a workbook (ECMA-376), its first row naming the columns. */
  XLSX,
  /** Apache Parquet, flat columns. */
  PARQUET,
  /** Apache Arrow IPC, as file or as stream, flat columns. */
  ARROW;

  /** What the name of a file may end in, for messages. */
  static final String NAMES =
      ".csv, .ndjson or .jsonl, or these and .gz, or .xlsx, .parquet or .arrow";

  private static final String GZIP_SUFFIX = ".gz";

  /** The format that a file name tells, a {@code .gz} at its end aside. */
  public static Optional<Format> ofFileName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    boolean gzip = name.endsWith(GZIP_SUFFIX);
    String plain = gzip ? name.substring(0, name.length() - GZIP_SUFFIX.length()) : name;
    Optional<Format> format = ofEnding(plain.substring(plain.lastIndexOf('.') + 1));
    return format.filter(found -> !gzip || found.isText());
  }

  /** Whether it is read as characters, and may be packed by gzip. */
  public boolean isText() {
    return this == CSV || this == NDJSON;
  }

  /** The format that a media type tells; parameters such as the charset are passed over. */
  public static Optional<Format> ofMediaType(String mediaType) {
    return switch (mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
      case "text/csv", "application/csv" -> Optional.of(CSV);
      case "application/x-ndjson", "application/ndjson", "application/jsonl" -> Optional.of(NDJSON);
      case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> Optional.of(XLSX);
      case "application/vnd.apache.parquet" -> Optional.of(PARQUET);
      case "application/vnd.apache.arrow.file", "application/vnd.apache.arrow.stream" ->
          Optional.of(ARROW);
      default -> Optional.empty();
    };
  }

  private static Optional<Format> ofEnding(String ending) {
    return switch (ending) {
      case "csv" -> Optional.of(CSV);
      case "ndjson", "jsonl" -> Optional.of(NDJSON);
      case "xlsx" -> Optional.of(XLSX);
      case "parquet" -> Optional.of(PARQUET);
      case "arrow", "arrows", "feather" -> Optional.of(ARROW);
      default -> Optional.empty();
    };
  }
}
