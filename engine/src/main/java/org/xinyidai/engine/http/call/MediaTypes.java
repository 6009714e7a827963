package org.xinyidai.engine.http.call;

/** The media types that go in and out. */
public final class MediaTypes {
  public static final String JSON = "application/json";
  public static final String NDJSON = "application/x-ndjson";
  public static final String CSV = "text/csv";
  public static final String PROMETHEUS = "text/plain";

  private MediaTypes() {}
}
