package org.xinyidai.engine.http.call;

/** The media types that go in and out. */
public final class MediaTypes {
  public static final String JSON = "application/json";
  public static final String NDJSON = "application/x-ndjson";
  public static final String CSV = "text/csv";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  public static final String PARQUET = "application/vnd.apache.parquet";
  public static final String ARROW_FILE = "application/vnd.apache.arrow.file";
  public static final String ARROW_STREAM = "application/vnd.apache.arrow.stream";
  public static final String PDF = "application/pdf";
  public static final String EVENT_STREAM = "text/event-stream";
  public static final String PROMETHEUS = "text/plain";

  private MediaTypes() {}
}
