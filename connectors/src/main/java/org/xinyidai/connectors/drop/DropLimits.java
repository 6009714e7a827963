package org.xinyidai.connectors.drop;

/**
 * Bounds of the drop folder (投递上限).
 *
 * @param filesPerRound files looked at before what else waits is asked again, so that one producer
 *     cannot hold the others up for long
 * @param bytesPerRound the same in bytes; a round takes at least one file
 * @param bytesPerFile larger files are set aside: a month of a city in one feed is far smaller
 */
public record DropLimits(int filesPerRound, long bytesPerRound, long bytesPerFile) {
  public static final DropLimits STANDARD = new DropLimits(500, 4L << 30, 2L << 30);

  public DropLimits {
    if (filesPerRound < 1 || bytesPerRound < 1 || bytesPerFile < 1) {
      throw new IllegalArgumentException("a limit of the drop folder is at least 1");
    }
  }
}
