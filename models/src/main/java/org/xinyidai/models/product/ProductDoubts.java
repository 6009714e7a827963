package org.xinyidai.models.product;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.xinyidai.models.feature.Unit;

/**
 * What may be meant in a product and is most often a slip (产品疑点): an amount in yuan where fen are
 * written, a rate in percent where basis points are. It is told and hinders nothing. Paths start at
 * the product.
 */
public final class ProductDoubts {
  /** Ten thousand yuan: no product for firms lends less at most. */
  private static final long LEAST_CAP_FEN = 1_000_000;

  /** Half a percent: no bank lends below it. */
  private static final int LEAST_RATE_BP = 50;

  private ProductDoubts() {}

  /** What to look at again; empty where nothing stands out. */
  public static List<Problem> of(LoanProduct product) {
    List<Problem> doubts = new ArrayList<>();
    if (product.amount().maxFen() < LEAST_CAP_FEN) {
      Text cap = ValueText.of(Unit.FEN, (double) product.amount().maxFen());
      doubts.add(
          new Problem(
              ".amountFen.max",
              "最高额度仅" + cap.zh() + "，请核对单位是否为分（1元=100分）",
              "at most " + cap.en() + "; is it written in fen?"));
    }
    OptionalInt rate = product.rate().highestBp();
    if (rate.isPresent() && rate.getAsInt() < LEAST_RATE_BP) {
      String percent = ValueText.number(rate.getAsInt() / 100.0);
      doubts.add(
          new Problem(
              ".rateBp",
              "年利率仅" + percent + "%，请核对单位是否为基点（4%填400）",
              percent + "% a year; is it written in basis points?"));
    }
    if (product.criteria().isEmpty()) {
      doubts.add(
          new Problem(
              ".criteria",
              "未设准入条件，除硬性规则外所有企业都可申请",
              "no criteria: everyone may apply whom no hard rule keeps out"));
    }
    return doubts;
  }
}
