package org.xinyidai.models.feature;

import static org.xinyidai.models.feature.Declaration.table;
import static org.xinyidai.models.feature.MissingRule.FEED;
import static org.xinyidai.models.feature.MissingRule.FIRST_MONTH;
import static org.xinyidai.models.feature.MissingRule.REGISTER;
import static org.xinyidai.models.feature.MissingRule.TOLD;
import static org.xinyidai.models.feature.MissingRule.WHOLE_SPAN;
import static org.xinyidai.models.feature.Unit.COUNT;
import static org.xinyidai.models.feature.Unit.FEN;
import static org.xinyidai.models.feature.Unit.RATIO;

import java.time.LocalDate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.xinyidai.models.feature.Declaration.Source;
import org.xinyidai.models.feature.Observation.Days;
import org.xinyidai.models.record.EnvironmentalGrade;
import org.xinyidai.models.record.EnvironmentalRating;
import org.xinyidai.models.record.Logistics;
import org.xinyidai.models.record.PerformanceStatus;
import org.xinyidai.models.record.ProcurementAward;

/** Features of procurement, logistics and environment (采购物流环保指标). */
final class TradeFeatures {
  private static final Digest<MonthlySeries> SHIPMENTS = monthly(Logistics::shipments);
  private static final Digest<MonthlySeries> FREIGHT = monthly(Logistics::freightFen);

  private TradeFeatures() {}

  static Stream<FeatureDefinition> features() {
    return table(procurement(), logistics(), environment());
  }

  private static Stream<FeatureDefinition> procurement() {
    Source awards = Source.of(REGISTER, ProcurementAward.FEED);
    return table(
        awards
            .feature("procurement_wins_count", COUNT, "政府采购中标次数", "Procurement awards")
            .over((o, n) -> FeatureValue.of(awards(o, n).count()), 12, 24),
        awards
            .feature("procurement_won_fen", FEN, "政府采购中标额", "Procurement contracts won")
            .over(
                (o, n) ->
                    FeatureValue.of(awards(o, n).mapToLong(ProcurementAward::contractFen).sum()),
                12,
                24),
        awards
            .feature(
                "procurement_defaults_count", COUNT, "政府采购违约次数", "Procurement contracts in default")
            .mends(MendsWithTime.EXPIRES)
            .over(
                (o, n) -> FeatureValue.of(awards(o, n).filter(TradeFeatures::isDefaulted).count()),
                24));
  }

  private static Stream<FeatureDefinition> logistics() {
    Source flows = Source.of(FIRST_MONTH, Logistics.FEED);
    return table(
        flows
            .feature("logistics_shipments_count", COUNT, "发运单数", "Shipments")
            .over((o, n) -> new Flow(o.kept(SHIPMENTS)).sum(n), 12),
        flows
            .feature("logistics_shipments_growth_ratio", RATIO, "发运单数较前期增长率", "Growth of shipments")
            .missing(WHOLE_SPAN)
            .over((o, n) -> new Flow(o.kept(SHIPMENTS)).growth(n), 6, 12),
        flows
            .feature("logistics_freight_fen", FEN, "运费", "Freight")
            .over((o, n) -> new Flow(o.kept(FREIGHT)).sum(n), 12),
        Source.of(TOLD, Logistics.FEED)
            .feature("warehoused_value_fen", FEN, "在库货值", "Value of goods in store")
            .today(TradeFeatures::warehoused));
  }

  private static Stream<FeatureDefinition> environment() {
    return Source.of(FEED, EnvironmentalRating.FEED)
        .feature(
            "environmental_rating_class",
            Unit.CLASS,
            "环保信用等级",
            "Environmental rating (green=5, blue=4, yellow=3, red=2, black=1)")
        .today(TradeFeatures::environmentalClass);
  }

  private static Stream<ProcurementAward> awards(Observation observation, int months) {
    Days days = observation.days(months);
    return observation.seen(ProcurementAward.FEED).stream().filter(award -> days.hold(award.day()));
  }

  private static boolean isDefaulted(ProcurementAward award) {
    return award.performance() == PerformanceStatus.DEFAULTED;
  }

  private static Digest<MonthlySeries> monthly(ToLongFunction<Logistics> amount) {
    return Digest.by(
        observation -> {
          MonthlySeries series = new MonthlySeries(observation.reportedMonth(Logistics.FEED));
          for (Logistics month : observation.seen(Logistics.FEED)) {
            series.add(month.day(), amount.applyAsLong(month));
          }
          return series;
        });
  }

  /** Over all operators in the newest month in which one told it. */
  private static FeatureValue warehoused(Observation observation) {
    LocalDate newest = LocalDate.MIN;
    long fen = 0;
    for (Logistics month : observation.seen(Logistics.FEED)) {
      Long warehousedFen = month.warehousedFen();
      if (warehousedFen != null) {
        fen = month.day().equals(newest) ? fen + warehousedFen : warehousedFen;
        newest = month.day();
      }
    }
    return newest.equals(LocalDate.MIN)
        ? FeatureValue.missing(MissingReason.FEED_ABSENT)
        : FeatureValue.of(fen);
  }

  private static FeatureValue environmentalClass(Observation observation) {
    EnvironmentalGrade grade = observation.newest(EnvironmentalRating.FEED).orElseThrow().grade();
    return FeatureValue.of(
        switch (grade) {
          case GREEN -> 5;
          case BLUE -> 4;
          case YELLOW -> 3;
          case RED -> 2;
          case BLACK -> 1;
        });
  }
}
