package org.xinyidai.connectors.feed;

/**
 * Bounds of reading a file that may be hostile (读取上限).
 *
 * @param maxRecordChars longest record; a feed's columns of {@code Column.MAX_TEXT} fit many times
 * @param maxColumns most columns of a CSV record
 * @param maxInflatedBytes most bytes of a file after gzip is undone
 * @param maxInflateRatio most inflated bytes per compressed byte, once {@link #FREE_BYTES} are
 *     passed: real feeds stay below a tenth of it, bombs reach a thousand
 */
public record ReadLimits(
    int maxRecordChars, int maxColumns, long maxInflatedBytes, int maxInflateRatio) {
  /** What may be inflated before the ratio counts, so that a tiny file of repeats is read. */
  static final long FREE_BYTES = 1L << 20;

  public static final ReadLimits DEFAULT = new ReadLimits(1 << 16, 200, 8L << 30, 300);

  public ReadLimits {
    if (maxRecordChars < 1 || maxColumns < 1 || maxInflatedBytes < 1 || maxInflateRatio < 1) {
      throw new IllegalArgumentException("a limit of reading is at least 1");
    }
  }
}
