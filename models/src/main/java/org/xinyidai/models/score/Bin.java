package org.xinyidai.models.score;

/**
 * One bin (分箱) of a characteristic, with what training saw in it.
 *
 * @param goods training rows that stayed good
 * @param bads training rows that went bad
 * @param woe weight of evidence, ln(share of goods / share of bads): above zero is safer than the
 *     whole
 */
public record Bin(BinRange range, long goods, long bads, double woe) {
  public Bin {
    if (goods < 0 || bads < 0 || !Double.isFinite(woe)) {
      throw new IllegalArgumentException(range + ": " + goods + ", " + bads + ", " + woe);
    }
  }

  public long rows() {
    return goods + bads;
  }

  /** Share of bads, 0 to 1; zero for a bin without rows. */
  public double badRate() {
    return rows() == 0 ? 0 : (double) bads / rows();
  }
}
