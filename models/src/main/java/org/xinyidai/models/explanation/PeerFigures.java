package org.xinyidai.models.explanation;

import java.util.Optional;
import org.xinyidai.models.distribution.Distribution;

/**
 * How one feature spreads among peers (同业基准): quartiles within two percent, in the feature's unit.
 *
 * @param count peers that have a value, at least {@link #FEWEST}
 */
public record PeerFigures(long count, double lowerQuartile, double median, double upperQuartile) {
  /**
   * Fewer are no benchmark: a quartile of few says little, and what single ones have could be read
   * out of it.
   */
  public static final int FEWEST = 30;

  private static final double LOWER = 0.25;
  private static final double MIDDLE = 0.5;
  private static final double UPPER = 0.75;

  public PeerFigures {
    if (count < FEWEST) {
      throw new IllegalArgumentException(count + " peers are too few to be shown");
    }
  }

  /** The figures of a group; empty where it is too small. */
  static Optional<PeerFigures> of(Distribution peers) {
    return peers.present() < FEWEST
        ? Optional.empty()
        : Optional.of(
            new PeerFigures(
                peers.present(),
                peers.quantile(LOWER),
                peers.quantile(MIDDLE),
                peers.quantile(UPPER)));
  }
}
