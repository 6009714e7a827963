package org.xinyidai.models.feature;

import static org.xinyidai.models.feature.Declaration.table;
import static org.xinyidai.models.feature.MissingRule.DENOMINATOR;
import static org.xinyidai.models.feature.MissingRule.FIRST_MONTH;
import static org.xinyidai.models.feature.MissingRule.WHOLE_SPAN;
import static org.xinyidai.models.feature.Unit.COUNT;
import static org.xinyidai.models.feature.Unit.FEN;
import static org.xinyidai.models.feature.Unit.MONTHS;
import static org.xinyidai.models.feature.Unit.NUMBER;
import static org.xinyidai.models.feature.Unit.RATIO;

import java.util.stream.Stream;
import org.xinyidai.models.feature.Declaration.Source;
import org.xinyidai.models.record.VatInvoice;

/** Features of output invoices (销项发票指标): sales without tax, and the customers behind them. */
final class SalesFeatures {
  /** The output invoices of an observation. */
  static final Digest<InvoiceSide> SALES =
      Digest.by(observation -> InvoiceSide.of(observation, VatInvoice.OUTPUT));

  private static final Source OUTPUT = Source.of(FIRST_MONTH, VatInvoice.OUTPUT);
  private static final Source SPANS = Source.of(WHOLE_SPAN, VatInvoice.OUTPUT);
  private static final Source SHARES = Source.of(DENOMINATOR, VatInvoice.OUTPUT);

  private SalesFeatures() {}

  static Stream<FeatureDefinition> features() {
    return table(levels(), changes(), activity(), corrections(), customers());
  }

  private static Stream<FeatureDefinition> levels() {
    return table(
        OUTPUT
            .feature("sales_invoiced_fen", FEN, "开票销售额", "Invoiced sales")
            .over((o, n) -> amount(o).sum(n), 1, 3, 6, 12, 24),
        OUTPUT
            .feature("sales_invoiced_log", NUMBER, "开票销售额对数", "Logarithm of invoiced sales")
            .over((o, n) -> amount(o).log(n), 6, 12, 24));
  }

  private static Stream<FeatureDefinition> changes() {
    return table(
        SPANS
            .feature(
                "sales_growth_ratio", RATIO, "销售额较前期增长率", "Growth of sales on the period before")
            .over((o, n) -> amount(o).growth(n), 3, 12),
        SPANS
            .feature(
                "sales_year_growth_ratio", RATIO, "销售额同比增长率", "Growth of sales on a year before")
            .over((o, n) -> amount(o).yearGrowth(n), 3, 6),
        SPANS
            .feature("sales_trend", NUMBER, "销售额趋势（年对数斜率）", "Trend of sales, log per year")
            .over((o, n) -> amount(o).trend(n), 12, 24),
        SPANS
            .feature("sales_variation_ratio", RATIO, "销售额月度变异系数", "Variation of monthly sales")
            .over((o, n) -> amount(o).variation(n), 6, 12, 24),
        SPANS
            .feature(
                "sales_newer_half_ratio", RATIO, "销售额后半段占比", "Share of sales in the newer half")
            .over((o, n) -> amount(o).shareOfNewest(n / 2, n), 12, 24));
  }

  private static Stream<FeatureDefinition> activity() {
    return table(
        OUTPUT
            .feature("sales_invoices_count", COUNT, "销项有效发票数", "Valid output invoices")
            .over((o, n) -> invoices(o).sum(n), 1, 3, 6, 12, 24),
        OUTPUT
            .feature("sales_active_months", MONTHS, "有开票的月数", "Months with an output invoice")
            .over((o, n) -> invoices(o).active(n), 6, 12, 24),
        SPANS
            .feature("sales_gap_months", MONTHS, "最长连续未开票月数", "Longest run of months without sales")
            .over((o, n) -> invoices(o).longestGap(n), 12, 24),
        OUTPUT
            .feature("sales_silent_months", MONTHS, "连续未开票至今月数", "Months since the last sale")
            .today(o -> invoices(o).trailingGap()),
        OUTPUT
            .feature("sales_history_months", MONTHS, "首张销项发票至今月数", "Months since the first sale")
            .mends(MendsWithTime.AGES)
            .today(o -> invoices(o).reach()));
  }

  private static Stream<FeatureDefinition> corrections() {
    return table(
        SHARES
            .feature("sales_void_ratio", RATIO, "销项作废发票占比", "Share of void output invoices")
            .over((o, n) -> side(o).voidRate(n), 6, 12, 24),
        SHARES
            .feature("sales_void_amount_ratio", RATIO, "销项作废金额占比", "Share of void sales amount")
            .over((o, n) -> side(o).voidAmountRate(n), 12, 24),
        SHARES
            .feature("sales_red_ratio", RATIO, "销项红字发票占比", "Share of red output invoices")
            .over((o, n) -> side(o).redRate(n), 12, 24),
        SHARES
            .feature("sales_red_amount_ratio", RATIO, "销项红字金额占比", "Share of red sales amount")
            .over((o, n) -> side(o).redAmountRate(n), 12, 24));
  }

  private static Stream<FeatureDefinition> customers() {
    return table(
        OUTPUT
            .feature("customers_count", COUNT, "客户数", "Customers")
            .over((o, n) -> side(o).parties(n), 12, 24),
        SHARES
            .feature("customers_herfindahl_ratio", RATIO, "客户集中度（HHI）", "Customer concentration")
            .over((o, n) -> side(o).spread(n).herfindahl(), 12, 24),
        SHARES
            .feature("customers_top_ratio", RATIO, "最大客户销售占比", "Share of the largest customer")
            .over((o, n) -> side(o).spread(n).topShare(1), 12),
        SHARES
            .feature(
                "customers_top5_ratio", RATIO, "前五大客户销售占比", "Share of the largest five customers")
            .over((o, n) -> side(o).spread(n).topShare(5), 12),
        SHARES
            .feature("customers_repeat_ratio", RATIO, "复购客户占比", "Share of customers who came back")
            .over((o, n) -> side(o).repeatShare(), 12),
        SPANS
            .feature(
                "customers_known_ratio", RATIO, "老客户销售占比", "Share of sales to earlier customers")
            .over((o, n) -> side(o).knownShare(), 12));
  }

  private static InvoiceSide side(Observation observation) {
    return observation.kept(SALES);
  }

  private static Flow amount(Observation observation) {
    return new Flow(side(observation).amount);
  }

  private static Flow invoices(Observation observation) {
    return new Flow(side(observation).valid);
  }
}
