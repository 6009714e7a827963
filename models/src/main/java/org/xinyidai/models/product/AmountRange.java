package org.xinyidai.models.product;

/**
 * The least and the greatest amount of a product (贷款额度), in fen.
 *
 * @param minFen 1 where no least amount is published
 * @param maxFen the cap that no formula exceeds
 */
public record AmountRange(long minFen, long maxFen) {
  /** The greatest amount that can be written: 10 billion yuan, far above any such product. */
  public static final long MAX_FEN = 1_000_000_000_000L;

  public AmountRange {
    if (minFen < 1 || minFen > maxFen || maxFen > MAX_FEN) {
      throw new IllegalArgumentException("amounts from " + minFen + " to " + maxFen + " fen");
    }
  }
}
