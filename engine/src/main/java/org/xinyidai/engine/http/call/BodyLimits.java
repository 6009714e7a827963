package org.xinyidai.engine.http.call;

import org.xinyidai.connectors.feed.ReadLimits;

/**
 * The largest bodies taken, as sent.
 *
 * @param recordsBytes of records: held in memory while they are checked, and a source divides a
 *     month of a city into as many bodies as it likes
 * @param expandedBytes of gzipped records once expanded, so that a small bomb cannot grow for ever
 * @param jsonBytes of any other body: a product with every criterion takes a tenth of it
 */
public record BodyLimits(int recordsBytes, long expandedBytes, int jsonBytes) {
  private static final int KIBIBYTE = 1 << 10;
  private static final int MEBIBYTE = 1 << 20;

  public BodyLimits {
    if (recordsBytes < 1 || expandedBytes < 1 || jsonBytes < 1) {
      throw new IllegalArgumentException("bounds of bodies must be positive");
    }
  }

  public static BodyLimits standard() {
    return new BodyLimits(32 * MEBIBYTE, 1_024L * MEBIBYTE, 256 * KIBIBYTE);
  }

  /** How files are read: as usual, but for the bytes to which they may expand. */
  public ReadLimits reading() {
    ReadLimits usual = ReadLimits.DEFAULT;
    return new ReadLimits(
        usual.maxRecordChars(), usual.maxColumns(), expandedBytes, usual.maxInflateRatio());
  }
}
