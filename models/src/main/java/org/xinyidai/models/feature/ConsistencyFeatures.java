package org.xinyidai.models.feature;

import static org.xinyidai.models.feature.Declaration.table;
import static org.xinyidai.models.feature.FeatureValue.missing;
import static org.xinyidai.models.feature.FeatureValue.ratio;
import static org.xinyidai.models.feature.MissingReason.DENOMINATOR_ZERO;
import static org.xinyidai.models.feature.MissingReason.HISTORY_TOO_SHORT;
import static org.xinyidai.models.feature.MissingRule.DENOMINATOR;
import static org.xinyidai.models.feature.MissingRule.FIRST_MONTH;
import static org.xinyidai.models.feature.MissingRule.WHOLE_SPAN;
import static org.xinyidai.models.feature.Unit.FEN;
import static org.xinyidai.models.feature.Unit.RATIO;

import java.util.stream.Stream;
import org.xinyidai.models.feature.Declaration.Source;
import org.xinyidai.models.record.SocialSecurity;
import org.xinyidai.models.record.TaxDeclaration;
import org.xinyidai.models.record.TaxPayment;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.record.VatInvoice;

/**
 * Features that hold one source against another (交叉验证指标): sales against purchases, declared sales
 * against invoices, electricity and staff against sales.
 */
final class ConsistencyFeatures {
  private static final int YEAR = 12;

  private ConsistencyFeatures() {}

  static Stream<FeatureDefinition> features() {
    return table(margins(), crossChecks());
  }

  private static Stream<FeatureDefinition> margins() {
    Source both = Source.of(DENOMINATOR, VatInvoice.OUTPUT, VatInvoice.INPUT);
    return table(
        both.feature("gross_margin_fen", FEN, "销售额减采购额", "Sales less purchases")
            .missing(FIRST_MONTH)
            .over(ConsistencyFeatures::margin, 12),
        both.feature("gross_margin_ratio", RATIO, "毛利率（销售额减采购额比销售额）", "Margin on sales")
            .over((o, n) -> onSales(o, n, sales(o).sum(n) - purchases(o).sum(n)), 12, 24),
        both.feature("purchases_to_sales_ratio", RATIO, "采购额与销售额之比", "Purchases to sales")
            .over((o, n) -> onSales(o, n, purchases(o).sum(n)), 3, 12),
        both.feature("sales_balance_ratio", RATIO, "销售采购差额占两者之和", "Sales less purchases, over both")
            .over(ConsistencyFeatures::balance, 12));
  }

  private static Stream<FeatureDefinition> crossChecks() {
    return table(
        Source.of(WHOLE_SPAN, TaxDeclaration.FEED, VatInvoice.OUTPUT)
            .feature(
                "declared_to_invoiced_ratio", RATIO, "申报销售额与开票额之比", "Declared to invoiced sales")
            .over((o, n) -> DeclaredSales.toInvoiced(o, n), 12),
        Source.of(DENOMINATOR, TaxPayment.FEED, TaxDeclaration.FEED)
            .feature("tax_burden_ratio", RATIO, "税负率（实缴税款比申报销售额）", "Tax paid to declared sales")
            .over(ConsistencyFeatures::taxBurden, 12),
        Source.of(WHOLE_SPAN, UtilityBill.ELECTRICITY, VatInvoice.OUTPUT)
            .feature(
                "electricity_per_sales_change_ratio",
                RATIO,
                "单位销售用电量较上年变化",
                "Change of electricity per sales on the year before")
            .over((o, n) -> electricityPerSales(o), 12),
        Source.of(DENOMINATOR, SocialSecurity.FEED, VatInvoice.OUTPUT)
            .feature("sales_per_person_fen", FEN, "人均开票销售额", "Sales per insured person")
            .over(ConsistencyFeatures::salesPerPerson, 12));
  }

  private static FeatureValue margin(Observation observation, int months) {
    MonthlySeries sales = sales(observation);
    MonthlySeries purchases = purchases(observation);
    return sales.reach() == 0 || purchases.reach() == 0
        ? missing(HISTORY_TOO_SHORT)
        : FeatureValue.of(sales.sum(months) - purchases.sum(months));
  }

  /** An amount over sales; missing where sales are not above zero. */
  private static FeatureValue onSales(Observation observation, int months, long fen) {
    if (margin(observation, months).missing() != MissingReason.NONE) {
      return missing(HISTORY_TOO_SHORT);
    }
    long sales = sales(observation).sum(months);
    return sales <= 0 ? missing(DENOMINATOR_ZERO) : ratio(fen, sales);
  }

  /** From -1, purchases alone, to 1, sales alone: a margin without the long tail of small sales. */
  private static FeatureValue balance(Observation observation, int months) {
    FeatureValue margin = margin(observation, months);
    long sales = Math.max(0, sales(observation).sum(months));
    long purchases = Math.max(0, purchases(observation).sum(months));
    return margin.missing() == MissingReason.NONE
        ? ratio(sales - purchases, sales + purchases)
        : margin;
  }

  private static FeatureValue taxBurden(Observation observation, int months) {
    MonthlySeries paid = observation.kept(TaxPayments.PAID);
    MonthlySeries declared = observation.kept(TaxReturns.SALES);
    if (paid.reach() == 0 || declared.reach() == 0) {
      return missing(HISTORY_TOO_SHORT);
    }
    long sales = declared.sum(months);
    return sales <= 0 ? missing(DENOMINATOR_ZERO) : ratio(paid.sum(months), sales);
  }

  /** Use per sales of the twelve months up to the newest bill against the twelve before. */
  private static FeatureValue electricityPerSales(Observation observation) {
    MonthlySeries use = observation.kept(UtilityFeatures.ELECTRICITY).quantityMilli;
    MonthlySeries sales = sales(observation);
    int behind = use.endsBefore(sales);
    if (use.reach() < 2 * YEAR || sales.reach() < behind + 2 * YEAR) {
      return missing(HISTORY_TOO_SHORT);
    }
    long useBefore = use.sum(YEAR, YEAR);
    long salesNow = sales.sum(behind, YEAR);
    long salesBefore = sales.sum(behind + YEAR, YEAR);
    if (useBefore <= 0 || salesNow <= 0 || salesBefore <= 0) {
      return missing(DENOMINATOR_ZERO);
    }
    double useChange = (double) use.sum(YEAR) / useBefore;
    double salesChange = (double) salesNow / salesBefore;
    return FeatureValue.of(useChange / salesChange - 1);
  }

  private static FeatureValue salesPerPerson(Observation observation, int months) {
    FeatureValue persons = PeopleFeatures.insured(observation).at(0);
    if (persons.missing() != MissingReason.NONE || sales(observation).reach() == 0) {
      return missing(HISTORY_TOO_SHORT);
    }
    return ratio((double) sales(observation).sum(months), persons.value());
  }

  private static MonthlySeries sales(Observation observation) {
    return observation.kept(SalesFeatures.SALES).amount;
  }

  private static MonthlySeries purchases(Observation observation) {
    return observation.kept(PurchaseFeatures.PURCHASES).amount;
  }
}
