package org.xinyidai.models.feature;

import static org.xinyidai.models.feature.Declaration.table;
import static org.xinyidai.models.feature.MendsWithTime.EXPIRES;
import static org.xinyidai.models.feature.MissingRule.FEED;
import static org.xinyidai.models.feature.MissingRule.FIRST_MONTH;
import static org.xinyidai.models.feature.MissingRule.TOLD;
import static org.xinyidai.models.feature.MissingRule.WHOLE_SPAN;
import static org.xinyidai.models.feature.Unit.COUNT;
import static org.xinyidai.models.feature.Unit.FEN;
import static org.xinyidai.models.feature.Unit.MONTHS;
import static org.xinyidai.models.feature.Unit.NUMBER;
import static org.xinyidai.models.feature.Unit.RATIO;

import java.util.stream.Stream;
import org.xinyidai.models.feature.Declaration.Source;
import org.xinyidai.models.record.TaxDeclaration;
import org.xinyidai.models.record.TaxGrade;
import org.xinyidai.models.record.TaxPayment;
import org.xinyidai.models.record.TaxRating;

/**
 * Features of tax (纳税指标). Money counts in the month in which it was declared or paid, as tax for a
 * month falls due in the next; returns and arrears count on the day on which they fell due.
 */
final class TaxFeatures {
  private static final Source PAID = Source.of(FIRST_MONTH, TaxPayment.FEED);
  private static final Source ARREARS = Source.of(FEED, TaxPayment.FEED);
  private static final Source DECLARED = Source.of(FIRST_MONTH, TaxDeclaration.FEED);
  private static final Source RETURNS = Source.of(FEED, TaxDeclaration.FEED);

  private TaxFeatures() {}

  static Stream<FeatureDefinition> features() {
    return table(payments(), declarations(), returns(), rating());
  }

  private static Stream<FeatureDefinition> payments() {
    return table(
        PAID.feature("tax_paid_fen", FEN, "实缴税款", "Tax paid")
            .over((o, n) -> paid(o).sum(n), 1, 3, 6, 12, 24),
        PAID.feature("tax_main_paid_fen", FEN, "实缴增值税和所得税", "Value-added and income tax paid")
            .over((o, n) -> mainPaid(o).sum(n), 12, 24),
        PAID.feature("tax_paid_growth_ratio", RATIO, "实缴税款同比增长率", "Growth of tax paid")
            .missing(WHOLE_SPAN)
            .over((o, n) -> paid(o).growth(n), 12),
        PAID.feature("tax_paid_trend", NUMBER, "实缴税款趋势（年对数斜率）", "Trend of tax paid, log per year")
            .missing(WHOLE_SPAN)
            .over((o, n) -> paid(o).trend(n), 24),
        ARREARS
            .feature("tax_payment_months_since", MONTHS, "距最近一次缴税月数", "Months since tax was paid")
            .missing(TOLD)
            .today(TaxPayments::monthsSincePaid),
        ARREARS
            .feature("tax_overdue_count", COUNT, "逾期缴税次数", "Taxes paid late or owed")
            .mends(EXPIRES)
            .over(TaxPayments::overdue, 6, 12, 24),
        ARREARS
            .feature("tax_owed_fen", FEN, "欠税额", "Tax owed past its due day")
            .mends(EXPIRES)
            .over(TaxPayments::owed, 24));
  }

  private static Stream<FeatureDefinition> declarations() {
    return table(
        DECLARED
            .feature("declared_sales_fen", FEN, "申报销售额", "Declared sales")
            .over((o, n) -> declaredSales(o).sum(n), 3, 6, 12, 24),
        DECLARED
            .feature("declared_sales_growth_ratio", RATIO, "申报销售额同比增长率", "Growth of declared sales")
            .missing(WHOLE_SPAN)
            .over((o, n) -> declaredSales(o).growth(n), 12),
        DECLARED
            .feature("tax_relief_fen", FEN, "减免税额", "Tax relief")
            .over((o, n) -> new Flow(o.kept(TaxReturns.RELIEF)).sum(n), 12));
  }

  private static Stream<FeatureDefinition> returns() {
    return table(
        RETURNS
            .feature("tax_zero_returns_count", COUNT, "增值税零申报次数", "Zero returns of value-added tax")
            .mends(EXPIRES)
            .over(TaxReturns::zero, 12),
        RETURNS
            .feature(
                "tax_missing_returns_count", COUNT, "增值税未申报次数", "Missing value-added tax returns")
            .mends(EXPIRES)
            .over(TaxReturns::missing, 24),
        RETURNS
            .feature("tax_late_returns_count", COUNT, "逾期申报次数", "Returns filed late")
            .mends(EXPIRES)
            .over(TaxReturns::late, 12, 24));
  }

  private static Stream<FeatureDefinition> rating() {
    Source rated = Source.of(FEED, TaxRating.FEED);
    return rated
        .feature(
            "tax_rating_class", Unit.CLASS, "纳税信用级别", "Tax credit rating (A=5, B=4, M=3, C=2, D=1)")
        .today(TaxFeatures::ratingClass);
  }

  private static FeatureValue ratingClass(Observation observation) {
    TaxGrade grade = observation.newest(TaxRating.FEED).orElseThrow().grade();
    return FeatureValue.of(
        switch (grade) {
          case A -> 5;
          case B -> 4;
          case M -> 3;
          case C -> 2;
          case D -> 1;
        });
  }

  private static Flow paid(Observation observation) {
    return new Flow(observation.kept(TaxPayments.PAID));
  }

  private static Flow mainPaid(Observation observation) {
    return new Flow(observation.kept(TaxPayments.MAIN_PAID));
  }

  private static Flow declaredSales(Observation observation) {
    return new Flow(observation.kept(TaxReturns.SALES));
  }
}
