package org.xinyidai.models.feature;

import static org.xinyidai.models.feature.Declaration.table;
import static org.xinyidai.models.feature.MendsWithTime.EXPIRES;
import static org.xinyidai.models.feature.MissingRule.FEED;
import static org.xinyidai.models.feature.MissingRule.FIRST_MONTH;
import static org.xinyidai.models.feature.MissingRule.WHOLE_SPAN;
import static org.xinyidai.models.feature.Unit.COUNT;
import static org.xinyidai.models.feature.Unit.FEN;
import static org.xinyidai.models.feature.Unit.KILOWATT_HOURS;
import static org.xinyidai.models.feature.Unit.MONTHS;
import static org.xinyidai.models.feature.Unit.NUMBER;
import static org.xinyidai.models.feature.Unit.RATIO;

import java.util.stream.Stream;
import org.xinyidai.models.feature.Declaration.Source;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.UtilityBill;

/** Features of electricity, water, gas and heat (用能指标): use, payment and arrears. */
final class UtilityFeatures {
  /** The electricity of an observation. */
  static final Digest<UtilityUse> ELECTRICITY =
      Digest.by(observation -> UtilityUse.of(observation, UtilityBill.ELECTRICITY));

  private static final Source USE = Source.of(WHOLE_SPAN, UtilityBill.ELECTRICITY);
  private static final Source BILLS = Source.of(FEED, UtilityBill.ELECTRICITY);

  private UtilityFeatures() {}

  static Stream<FeatureDefinition> features() {
    return table(
        electricity(),
        other("water", "水", "water", UtilityBill.WATER),
        other("gas", "气", "gas", UtilityBill.GAS),
        other("heat", "热", "heat", UtilityBill.HEAT));
  }

  private static Stream<FeatureDefinition> electricity() {
    return table(
        USE.feature("electricity_paid_fen", FEN, "实缴电费", "Electricity paid")
            .missing(FIRST_MONTH)
            .over((o, n) -> new Flow(o.kept(ELECTRICITY).paidFen).sum(n), 12, 24),
        USE.feature("electricity_usage_kwh", KILOWATT_HOURS, "用电量", "Electricity used")
            .missing(FIRST_MONTH)
            .over((o, n) -> o.kept(ELECTRICITY).quantity(n), 1, 3, 12),
        USE.feature(
                "electricity_usage_growth_ratio", RATIO, "用电量较前期增长率", "Growth of electricity used")
            .over((o, n) -> usage(o).growth(n), 12),
        USE.feature(
                "electricity_usage_year_growth_ratio",
                RATIO,
                "用电量同比增长率",
                "Growth of electricity used on a year before")
            .over((o, n) -> usage(o).yearGrowth(n), 3),
        USE.feature("electricity_usage_trend", NUMBER, "用电量趋势（年对数斜率）", "Trend of electricity used")
            .over((o, n) -> usage(o).trend(n), 24),
        USE.feature(
                "electricity_usage_variation_ratio",
                RATIO,
                "用电量月度变异系数",
                "Variation of monthly electricity")
            .over((o, n) -> usage(o).variation(n), 12),
        USE.feature("electricity_active_months", MONTHS, "有用电的月数", "Months with electricity used")
            .missing(FIRST_MONTH)
            .over((o, n) -> usage(o).active(n), 12),
        BILLS
            .feature("electricity_arrears_count", COUNT, "电费欠费次数", "Electricity bills owed")
            .mends(EXPIRES)
            .over((o, n) -> UtilityUse.arrears(o, UtilityBill.ELECTRICITY, n), 12, 24),
        BILLS
            .feature("electricity_late_count", COUNT, "电费逾期缴纳次数", "Electricity bills paid late")
            .mends(EXPIRES)
            .over((o, n) -> UtilityUse.late(o, UtilityBill.ELECTRICITY, n), 12));
  }

  private static Stream<FeatureDefinition> other(
      String name, String titleZh, String titleEn, Feed<UtilityBill> feed) {
    Digest<UtilityUse> use = Digest.by(observation -> UtilityUse.of(observation, feed));
    Source source = Source.of(FEED, feed);
    return table(
        source
            .feature(
                name + "_arrears_count", COUNT, "用" + titleZh + "欠费次数", "Bills owed for " + titleEn)
            .mends(EXPIRES)
            .over((o, n) -> UtilityUse.arrears(o, feed, n), 12),
        source
            .feature(
                name + "_usage_growth_ratio",
                RATIO,
                "用" + titleZh + "量较前期增长率",
                "Growth of use of " + titleEn)
            .missing(WHOLE_SPAN)
            .over((o, n) -> new Flow(o.kept(use).quantityMilli).growth(n), 12));
  }

  private static Flow usage(Observation observation) {
    return new Flow(observation.kept(ELECTRICITY).quantityMilli);
  }
}
