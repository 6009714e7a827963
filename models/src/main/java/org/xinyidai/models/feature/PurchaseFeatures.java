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

/** Features of input invoices (进项发票指标): purchases without tax, and the suppliers behind them. */
final class PurchaseFeatures {
  /** The input invoices of an observation. */
  static final Digest<InvoiceSide> PURCHASES =
      Digest.by(observation -> InvoiceSide.of(observation, VatInvoice.INPUT));

  private static final Source INPUT = Source.of(FIRST_MONTH, VatInvoice.INPUT);
  private static final Source SPANS = Source.of(WHOLE_SPAN, VatInvoice.INPUT);
  private static final Source SHARES = Source.of(DENOMINATOR, VatInvoice.INPUT);

  private PurchaseFeatures() {}

  static Stream<FeatureDefinition> features() {
    return table(amounts(), activity(), suppliers());
  }

  private static Stream<FeatureDefinition> amounts() {
    return table(
        INPUT
            .feature("purchases_invoiced_fen", FEN, "进项采购额", "Invoiced purchases")
            .over((o, n) -> amount(o).sum(n), 3, 12, 24),
        INPUT
            .feature("purchases_invoiced_log", NUMBER, "采购额对数", "Logarithm of invoiced purchases")
            .over((o, n) -> amount(o).log(n), 12, 24),
        SPANS
            .feature(
                "purchases_growth_ratio",
                RATIO,
                "采购额较前期增长率",
                "Growth of purchases on the period before")
            .over((o, n) -> amount(o).growth(n), 12),
        SPANS
            .feature("purchases_trend", NUMBER, "采购额趋势（年对数斜率）", "Trend of purchases, log per year")
            .over((o, n) -> amount(o).trend(n), 24),
        SPANS
            .feature(
                "purchases_variation_ratio", RATIO, "采购额月度变异系数", "Variation of monthly purchases")
            .over((o, n) -> amount(o).variation(n), 12, 24));
  }

  private static Stream<FeatureDefinition> activity() {
    return table(
        INPUT
            .feature("purchases_invoices_count", COUNT, "进项有效发票数", "Valid input invoices")
            .over((o, n) -> invoices(o).sum(n), 12, 24),
        INPUT
            .feature("purchases_active_months", MONTHS, "有采购的月数", "Months with an input invoice")
            .over((o, n) -> invoices(o).active(n), 12, 24),
        INPUT
            .feature(
                "purchases_silent_months", MONTHS, "连续无采购至今月数", "Months since the last purchase")
            .today(o -> invoices(o).trailingGap()),
        INPUT
            .feature(
                "purchases_history_months", MONTHS, "首张进项发票至今月数", "Months since the first purchase")
            .mends(MendsWithTime.AGES)
            .today(o -> invoices(o).reach()),
        SHARES
            .feature("purchases_void_ratio", RATIO, "进项作废发票占比", "Share of void input invoices")
            .over((o, n) -> side(o).voidRate(n), 12),
        SHARES
            .feature("purchases_red_ratio", RATIO, "进项红字发票占比", "Share of red input invoices")
            .over((o, n) -> side(o).redRate(n), 12));
  }

  private static Stream<FeatureDefinition> suppliers() {
    return table(
        INPUT
            .feature("suppliers_count", COUNT, "供应商数", "Suppliers")
            .over((o, n) -> side(o).parties(n), 12, 24),
        SHARES
            .feature("suppliers_herfindahl_ratio", RATIO, "供应商集中度（HHI）", "Supplier concentration")
            .over((o, n) -> side(o).spread(n).herfindahl(), 12),
        SHARES
            .feature("suppliers_top_ratio", RATIO, "最大供应商采购占比", "Share of the largest supplier")
            .over((o, n) -> side(o).spread(n).topShare(1), 12),
        SPANS
            .feature("suppliers_known_ratio", RATIO, "老供应商采购占比", "Share of earlier suppliers")
            .over((o, n) -> side(o).knownShare(), 12));
  }

  private static InvoiceSide side(Observation observation) {
    return observation.kept(PURCHASES);
  }

  private static Flow amount(Observation observation) {
    return new Flow(side(observation).amount);
  }

  private static Flow invoices(Observation observation) {
    return new Flow(side(observation).valid);
  }
}
