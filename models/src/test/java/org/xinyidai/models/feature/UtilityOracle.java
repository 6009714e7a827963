package org.xinyidai.models.feature;

import java.util.Map;
import org.xinyidai.models.feature.FeatureOracle.Rule;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.UtilityBill;

/** Utility features by plain sums over bills. */
final class UtilityOracle {
  private UtilityOracle() {}

  static void addTo(Map<String, Rule> rules) {
    Feed<UtilityBill> power = UtilityBill.ELECTRICITY;
    add(rules, power, "electricity");
    add(rules, UtilityBill.WATER, "water");
    add(rules, UtilityBill.GAS, "gas");
    add(rules, UtilityBill.HEAT, "heat");
    rules.put("electricity_paid_fen", TaxOracle.with(power, (s, n) -> paid(s).sum(n)));
    rules.put("electricity_usage_kwh", TaxOracle.with(power, UtilityOracle::kilowattHours));
    rules.put(
        "electricity_usage_year_growth_ratio",
        TaxOracle.with(power, (s, n) -> use(s, power).yearGrowth(n)));
    rules.put("electricity_usage_trend", TaxOracle.with(power, (s, n) -> use(s, power).trend(n)));
    rules.put(
        "electricity_usage_variation_ratio",
        TaxOracle.with(power, (s, n) -> use(s, power).variation(n)));
    rules.put(
        "electricity_active_months", TaxOracle.with(power, (s, n) -> use(s, power).active(n)));
    rules.put("electricity_late_count", TaxOracle.with(power, UtilityOracle::late));
  }

  private static void add(Map<String, Rule> rules, Feed<UtilityBill> feed, String name) {
    rules.put(name + "_usage_growth_ratio", TaxOracle.with(feed, (s, n) -> use(s, feed).growth(n)));
    rules.put(name + "_arrears_count", TaxOracle.with(feed, (s, n) -> arrears(s, feed, n)));
  }

  static MonthTable use(Seen seen, Feed<UtilityBill> feed) {
    MonthTable table = new MonthTable(seen.reportedMonth(feed));
    seen.of(feed).forEach(bill -> table.add(bill.period().atDay(1), bill.quantityMilli()));
    return table;
  }

  private static MonthTable paid(Seen seen) {
    MonthTable table = new MonthTable(seen.lastMonth());
    seen.of(UtilityBill.ELECTRICITY).forEach(bill -> table.add(bill.dueOn(), 0));
    seen.of(UtilityBill.ELECTRICITY).stream()
        .filter(bill -> seen.isPast(bill.paidOn()))
        .forEach(bill -> table.add(bill.paidOn(), bill.billedFen()));
    return table;
  }

  private static FeatureValue kilowattHours(Seen seen, int n) {
    MonthTable use = use(seen, UtilityBill.ELECTRICITY);
    return use.needs(1, use.total(0, n) / 1000);
  }

  private static FeatureValue arrears(Seen seen, Feed<UtilityBill> feed, int n) {
    return FeatureValue.of(
        seen.of(feed).stream()
            .filter(bill -> seen.isMissedWithin(bill.dueOn(), n))
            .filter(
                bill ->
                    bill.arrearsFen() > 0
                        || (bill.billedFen() > 0 && seen.isOrWasOwed(bill.dueOn(), bill.paidOn())))
            .count());
  }

  private static FeatureValue late(Seen seen, int n) {
    return FeatureValue.of(
        seen.of(UtilityBill.ELECTRICITY).stream()
            .filter(bill -> seen.isWithin(bill.dueOn(), n) && seen.isPast(bill.paidOn()))
            .filter(bill -> bill.paidOn().isAfter(bill.dueOn()))
            .count());
  }
}
