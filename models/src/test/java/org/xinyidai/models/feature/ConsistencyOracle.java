package org.xinyidai.models.feature;

import static java.time.temporal.ChronoUnit.MONTHS;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.xinyidai.models.feature.FeatureOracle.Rule;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.SocialSecurity;
import org.xinyidai.models.record.TaxDeclaration;
import org.xinyidai.models.record.TaxPayment;
import org.xinyidai.models.record.TaxType;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.record.VatInvoice;

/** One source held against another, from the tables of both. */
final class ConsistencyOracle {
  private ConsistencyOracle() {}

  static void addTo(Map<String, Rule> rules) {
    both(rules, "gross_margin_fen", (s, p) -> FeatureValue.of(s - p));
    both(
        rules,
        "gross_margin_ratio",
        (s, p) -> s <= 0 ? FeatureOracle.noBase() : FeatureValue.of((s - p) / s));
    both(
        rules,
        "purchases_to_sales_ratio",
        (s, p) -> s <= 0 ? FeatureOracle.noBase() : FeatureValue.of(p / s));
    both(
        rules,
        "sales_balance_ratio",
        (s, p) -> FeatureOracle.share(above(s) - above(p), above(s) + above(p)));
    rules.put(
        "declared_to_invoiced_ratio",
        with(TaxDeclaration.FEED, VatInvoice.OUTPUT, (s, n) -> declaredToInvoiced(s)));
    rules.put(
        "tax_burden_ratio",
        with(TaxPayment.FEED, TaxDeclaration.FEED, ConsistencyOracle::taxBurden));
    rules.put(
        "electricity_per_sales_change_ratio",
        with(UtilityBill.ELECTRICITY, VatInvoice.OUTPUT, (s, n) -> electricityPerSales(s)));
    rules.put(
        "sales_per_person_fen",
        with(SocialSecurity.FEED, VatInvoice.OUTPUT, ConsistencyOracle::salesPerPerson));
  }

  /** A rule of the sums of sales and purchases. */
  private interface OfBoth {
    FeatureValue of(double sales, double purchases);
  }

  private static void both(Map<String, Rule> rules, String name, OfBoth rule) {
    rules.put(
        name,
        with(
            VatInvoice.OUTPUT,
            VatInvoice.INPUT,
            (seen, n) -> {
              MonthTable sales = table(seen, VatInvoice.OUTPUT);
              MonthTable purchases = table(seen, VatInvoice.INPUT);
              return Math.min(sales.reach(), purchases.reach()) == 0
                  ? FeatureOracle.tooShort()
                  : rule.of(sales.total(0, n), purchases.total(0, n));
            }));
  }

  private static Rule with(Feed<?> one, Feed<?> other, Rule rule) {
    return TaxOracle.with(one, TaxOracle.with(other, rule));
  }

  private static MonthTable table(Seen seen, Feed<VatInvoice> feed) {
    return new InvoiceOracle(seen, seen.of(feed)).amounts();
  }

  private static double above(double amount) {
    return Math.max(0, amount);
  }

  private static FeatureValue declaredToInvoiced(Seen seen) {
    YearMonth last = seen.lastMonth();
    List<TaxDeclaration> returns =
        seen.of(TaxDeclaration.FEED).stream()
            .filter(d -> d.taxType() == TaxType.VAT && seen.isPast(d.declaredOn()))
            .filter(d -> !d.period().isAfter(last) && !d.period().isBefore(last.minusMonths(12)))
            .toList();
    if (returns.isEmpty()) {
      return FeatureOracle.tooShort();
    }
    YearMonth first = returns.get(0).period();
    YearMonth newest = returns.get(returns.size() - 1).period();
    MonthTable invoiced = table(seen, VatInvoice.OUTPUT);
    double declared = 0;
    double sales = 0;
    int months = 0;
    for (YearMonth m = first.plusMonths(1); !m.isAfter(newest); m = m.plusMonths(1)) {
      YearMonth month = m;
      months++;
      sales += invoiced.back((int) month.until(last, MONTHS));
      declared +=
          returns.stream()
              .filter(d -> d.period().equals(month))
              .mapToLong(TaxDeclaration::declaredSalesFen)
              .sum();
    }
    boolean known = invoiced.reach() >= first.until(last, MONTHS);
    if (months < 6 || !known) {
      return FeatureOracle.tooShort();
    }
    return sales <= 0 ? FeatureOracle.noBase() : FeatureValue.of(declared / sales);
  }

  private static FeatureValue taxBurden(Seen seen, int n) {
    MonthTable paid = TaxOracle.paid(seen, type -> true);
    MonthTable declared = TaxOracle.declared(seen);
    if (Math.min(paid.reach(), declared.reach()) == 0) {
      return FeatureOracle.tooShort();
    }
    return declared.total(0, n) <= 0
        ? FeatureOracle.noBase()
        : FeatureValue.of(paid.total(0, n) / declared.total(0, n));
  }

  private static FeatureValue electricityPerSales(Seen seen) {
    MonthTable use = UtilityOracle.use(seen, UtilityBill.ELECTRICITY);
    MonthTable sales = table(seen, VatInvoice.OUTPUT);
    int behind = (int) seen.reportedMonth(UtilityBill.ELECTRICITY).until(seen.lastMonth(), MONTHS);
    if (use.reach() < 24 || sales.reach() < 24 + behind) {
      return FeatureOracle.tooShort();
    }
    double salesNow = sales.total(behind, behind + 12);
    double salesBefore = sales.total(behind + 12, behind + 24);
    if (use.total(12, 24) <= 0 || salesBefore <= 0 || salesNow <= 0) {
      return FeatureOracle.noBase();
    }
    double now = use.total(0, 12) / salesNow;
    double before = use.total(12, 24) / salesBefore;
    return FeatureValue.of((now - before) / before);
  }

  private static FeatureValue salesPerPerson(Seen seen, int n) {
    double persons = PeopleOracle.at(PeopleOracle.insured(seen), seen, 0).value();
    MonthTable sales = table(seen, VatInvoice.OUTPUT);
    return Double.isNaN(persons) || sales.reach() == 0
        ? FeatureOracle.tooShort()
        : FeatureOracle.share(sales.total(0, n), persons);
  }
}
