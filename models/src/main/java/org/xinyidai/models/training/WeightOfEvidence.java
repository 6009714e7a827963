package org.xinyidai.models.training;

import java.util.List;
import org.xinyidai.models.score.Bin;

/**
 * Weight of evidence and information value (证据权重, 信息值) against the whole sample.
 *
 * <p>WOE = ln(share of all goods / share of all bads), above zero where a bin is safer than the
 * whole. Each bin first gets {@code smoothingRows} more rows, good and bad as in the whole: an
 * empty bin then weighs nothing, and a small one weighs less than its few rows claim.
 *
 * @param goods of the whole sample
 * @param bads of the whole sample
 */
record WeightOfEvidence(long goods, long bads, double smoothingRows) {
  WeightOfEvidence {
    if (goods == 0 || bads == 0) {
      throw new IllegalArgumentException(
          "weights of evidence need goods and bads, not " + goods + " and " + bads);
    }
  }

  double woe(long binGoods, long binBads) {
    double rows = (double) goods + bads;
    double goodShare = (binGoods + smoothingRows * goods / rows) / goods;
    double badShare = (binBads + smoothingRows * bads / rows) / bads;
    return Math.log(goodShare / badShare);
  }

  /** What a bin adds to the information value; 0 or more up to the smoothing. */
  double informationValue(long binGoods, long binBads) {
    return ((double) binGoods / goods - (double) binBads / bads) * woe(binGoods, binBads);
  }

  double informationValue(List<Bin> bins) {
    return bins.stream().mapToDouble(bin -> informationValue(bin.goods(), bin.bads())).sum();
  }
}
