package org.xinyidai.models.score;

import java.util.List;
import java.util.stream.Stream;

/**
 * The features that an enterprise can change, with what is realistic (可改进事项目录). A count over a
 * window falls as old events leave it and no new ones come, so it takes as long as its window.
 */
public final class ActionCatalogue {
  private static final int YEAR = 12;
  private static final int TWO_YEARS = 24;

  /** All of them, the quickest first. */
  public static final List<Action> ALL =
      List.of(
          down("tax_owed_fen_24m", 0, 1, "缴清欠税", "Pay the taxes owed"),
          down("lawsuits_open_count", 0, 6, "了结未结案件", "Settle the open cases"),
          share(
              "insured_persons_count_1m",
              0.2,
              6,
              "稳定并扩大用工，足额参保（增幅20%以内）",
              "Keep and grow insured staff, by a fifth at most"),
          down("tax_overdue_count_6m", 0, 6, "按期缴税", "Pay taxes in time"),
          down("tax_overdue_count_12m", 0, YEAR, "按期缴税", "Pay taxes in time"),
          down("tax_overdue_count_24m", 0, TWO_YEARS, "按期缴税", "Pay taxes in time"),
          down("tax_late_returns_count_12m", 0, YEAR, "按期申报", "File returns in time"),
          down("tax_late_returns_count_24m", 0, TWO_YEARS, "按期申报", "File returns in time"),
          down("tax_missing_returns_count_24m", 0, TWO_YEARS, "补报并按期申报", "File every return"),
          down("electricity_arrears_count_12m", 0, YEAR, "按期缴纳电费", "Pay electricity in time"),
          down("electricity_late_count_12m", 0, YEAR, "按期缴纳电费", "Pay electricity in time"),
          down("water_arrears_count_12m", 0, YEAR, "按期缴纳水费", "Pay water in time"),
          down("gas_arrears_count_12m", 0, YEAR, "按期缴纳燃气费", "Pay gas in time"),
          down("social_security_arrears_count_12m", 0, YEAR, "足额缴纳社保", "Pay social security"),
          down("housing_fund_arrears_count_12m", 0, YEAR, "足额缴存公积金", "Pay into the housing fund"),
          down("penalties_count_12m", 0, YEAR, "完成信用修复，不再受处罚", "Repair penalties, get no more"),
          down("sales_void_ratio_12m", 0.02, YEAR, "减少作废发票", "Void fewer invoices"),
          down("sales_red_ratio_12m", 0.02, YEAR, "减少红字发票", "Reverse fewer invoices"),
          new Action(
              "customers_top_ratio_12m",
              false,
              0.2,
              true,
              YEAR,
              "拓展客户，降低最大客户占比（降幅20%以内）",
              "Win customers, lower the largest one's share by a fifth at most"),
          share(
              "sales_invoiced_fen_12m",
              0.2,
              YEAR,
              "扩大经营（开票销售增长20%以内）",
              "Grow invoiced sales, by a fifth at most"),
          new Action(
              "tax_rating_class",
              true,
              5,
              false,
              YEAR,
              "提高纳税信用级别（每年4月评价）",
              "Raise the tax rating, which is judged each April"));

  /** What products ask for besides: these and {@link #ALL} for advice that opens a product. */
  public static final List<Action> FOR_PRODUCTS =
      Stream.concat(
              ALL.stream(),
              Stream.of(
                  to("tax_payment_months_since", false, 1, 3, "按期缴税", "Pay taxes as they fall due"),
                  to(
                      "insured_persons_change_12m",
                      true,
                      0,
                      6,
                      "恢复用工，参保人数不低于上年末",
                      "Take staff on again, as many insured as a year before"),
                  down(
                      "tax_zero_returns_count_12m",
                      0,
                      YEAR,
                      "据实申报，减少零申报",
                      "File fewer zero returns"),
                  down(
                      "electricity_arrears_count_24m",
                      0,
                      TWO_YEARS,
                      "按期缴纳电费",
                      "Pay electricity in time"),
                  growth("tax_paid_fen_12m", YEAR, "扩大经营，税款随之增长（20%以内）", "Grow, and taxes with it"),
                  growth(
                      "tax_main_paid_fen_12m",
                      YEAR,
                      "扩大经营，税款随之增长（20%以内）",
                      "Grow, and taxes with it"),
                  growth(
                      "tax_paid_fen_24m",
                      TWO_YEARS,
                      "扩大经营，税款随之增长（20%以内）",
                      "Grow, and taxes with it"),
                  growth(
                      "declared_sales_fen_12m",
                      YEAR,
                      "扩大经营（申报销售增长20%以内）",
                      "Grow declared sales, by a fifth at most"),
                  growth(
                      "electricity_paid_fen_24m",
                      TWO_YEARS,
                      "扩大生产（用电随之增长20%以内）",
                      "Produce more, and electricity with it"),
                  to(
                      "tax_paid_growth_ratio_12m",
                      true,
                      0.2,
                      YEAR,
                      "扩大经营，税款同比增长至20%",
                      "Grow, and taxes by a fifth on the year before"),
                  to(
                      "electricity_usage_growth_ratio_12m",
                      true,
                      0,
                      YEAR,
                      "恢复生产，用电量不低于上年",
                      "Produce as much as the year before"),
                  to(
                      "technology_sme_flag",
                      true,
                      1,
                      YEAR,
                      "申请科技型中小企业评价入库",
                      "Apply for the register of technology SMEs")))
          .toList();

  private ActionCatalogue() {}

  private static Action to(
      String feature, boolean rises, double limit, int months, String textZh, String textEn) {
    return new Action(feature, rises, limit, false, months, textZh, textEn);
  }

  private static Action growth(String feature, int months, String textZh, String textEn) {
    return share(feature, 0.2, months, textZh, textEn);
  }

  private static Action down(
      String feature, double limit, int months, String textZh, String textEn) {
    return new Action(feature, false, limit, false, months, textZh, textEn);
  }

  private static Action share(
      String feature, double limit, int months, String textZh, String textEn) {
    return new Action(feature, true, limit, true, months, textZh, textEn);
  }
}
