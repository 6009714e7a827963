package org.xinyidai.engine.http.call;

import java.util.List;

/**
 * What body an endpoint takes.
 *
 * @param mediaTypes none means no body at all
 * @param maxBytes of the body as it is sent; past it the answer is 413
 * @param gzip whether Content-Encoding gzip is understood
 */
public record Intake(List<String> mediaTypes, int maxBytes, boolean gzip) {
  public Intake {
    mediaTypes = List.copyOf(mediaTypes);
  }

  public static Intake none() {
    return new Intake(List.of(), 0, false);
  }

  public static Intake json(int maxBytes) {
    return new Intake(List.of(MediaTypes.JSON), maxBytes, false);
  }

  public static Intake pdf(int maxBytes) {
    return new Intake(List.of(MediaTypes.PDF), maxBytes, false);
  }

  /** A report of the office, to be compared with what was filed. */
  public static Intake report(int maxBytes) {
    return new Intake(List.of(MediaTypes.PDF, MediaTypes.XLSX), maxBytes, false);
  }

  public static Intake records(int maxBytes) {
    return new Intake(
        List.of(
            MediaTypes.NDJSON,
            MediaTypes.CSV,
            MediaTypes.XLSX,
            MediaTypes.PARQUET,
            MediaTypes.ARROW_FILE,
            MediaTypes.ARROW_STREAM),
        maxBytes,
        true);
  }

  public boolean takesBody() {
    return !mediaTypes.isEmpty();
  }
}
