package org.xinyidai.models.feature;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.xinyidai.models.feature.FeatureOracle.Rule;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.TaxDeclaration;
import org.xinyidai.models.record.TaxPayment;
import org.xinyidai.models.record.TaxRating;
import org.xinyidai.models.record.TaxType;

/** Tax features by plain sums over returns and payments. */
final class TaxOracle {
  private static final Feed<TaxPayment> PAYMENT = TaxPayment.FEED;
  private static final Feed<TaxDeclaration> RETURN = TaxDeclaration.FEED;

  private TaxOracle() {}

  static void addTo(Map<String, Rule> rules) {
    rules.put("tax_paid_fen", with(PAYMENT, (s, n) -> paid(s, type -> true).sum(n)));
    rules.put(
        "tax_main_paid_fen",
        with(PAYMENT, (s, n) -> paid(s, Set.of(TaxType.VAT, TaxType.CIT)::contains).sum(n)));
    rules.put("tax_paid_growth_ratio", with(PAYMENT, (s, n) -> paid(s, type -> true).growth(n)));
    rules.put("tax_paid_trend", with(PAYMENT, (s, n) -> paid(s, type -> true).trend(n)));
    rules.put("tax_payment_months_since", with(PAYMENT, (s, n) -> monthsSince(s)));
    rules.put("tax_overdue_count", with(PAYMENT, TaxOracle::overdue));
    rules.put("tax_owed_fen", with(PAYMENT, TaxOracle::owed));
    rules.put("declared_sales_fen", with(RETURN, (s, n) -> declared(s).sum(n)));
    rules.put("declared_sales_growth_ratio", with(RETURN, (s, n) -> declared(s).growth(n)));
    rules.put("tax_relief_fen", with(RETURN, (s, n) -> relief(s).sum(n)));
    rules.put("tax_zero_returns_count", with(RETURN, TaxOracle::zeroReturns));
    rules.put("tax_missing_returns_count", with(RETURN, TaxOracle::missingReturns));
    rules.put("tax_late_returns_count", with(RETURN, TaxOracle::lateReturns));
    rules.put("tax_rating_class", with(TaxRating.FEED, (s, n) -> rating(s)));
  }

  static Rule with(Feed<?> feed, Rule rule) {
    return (seen, n) -> seen.has(feed) ? rule.of(seen, n) : FeatureOracle.absent();
  }

  static MonthTable paid(Seen seen, Predicate<TaxType> types) {
    MonthTable table = new MonthTable(seen.lastMonth());
    List<TaxPayment> payments =
        seen.of(PAYMENT).stream().filter(payment -> types.test(payment.taxType())).toList();
    payments.forEach(payment -> table.add(payment.dueOn(), 0));
    payments.stream()
        .filter(payment -> seen.isPast(payment.paidOn()))
        .forEach(payment -> table.add(payment.paidOn(), payment.paidFen()));
    return table;
  }

  private static FeatureValue monthsSince(Seen seen) {
    return seen.of(PAYMENT).stream()
        .filter(payment -> seen.isPast(payment.paidOn()) && payment.paidFen() > 0)
        .map(TaxPayment::paidOn)
        .max(LocalDate::compareTo)
        .map(newest -> FeatureValue.of(Period.between(newest, seen.asOf()).toTotalMonths()))
        .orElse(FeatureOracle.tooShort());
  }

  private static FeatureValue overdue(Seen seen, int n) {
    return FeatureValue.of(
        seen.of(PAYMENT).stream()
            .filter(payment -> seen.isMissedWithin(payment.dueOn(), n))
            .filter(payment -> payment.overdueFen() > 0 || isLate(payment))
            .count());
  }

  private static boolean isLate(TaxPayment payment) {
    return payment.paidOn() != null && payment.paidOn().isAfter(payment.dueOn());
  }

  private static FeatureValue owed(Seen seen, int n) {
    return FeatureValue.of(
        seen.of(PAYMENT).stream()
            .filter(payment -> seen.isMissedWithin(payment.dueOn(), n))
            .mapToLong(TaxPayment::overdueFen)
            .sum());
  }

  static List<TaxDeclaration> vat(Seen seen) {
    return seen.of(RETURN).stream().filter(d -> d.taxType() == TaxType.VAT).toList();
  }

  static MonthTable declared(Seen seen) {
    MonthTable table = new MonthTable(seen.lastMonth());
    vat(seen).forEach(declaration -> table.add(declaration.dueOn(), 0));
    vat(seen).stream()
        .filter(declaration -> seen.isPast(declaration.declaredOn()))
        .forEach(d -> table.add(d.declaredOn(), d.declaredSalesFen()));
    return table;
  }

  private static MonthTable relief(Seen seen) {
    MonthTable table = new MonthTable(seen.lastMonth());
    seen.of(RETURN).forEach(declaration -> table.add(declaration.dueOn(), 0));
    seen.of(RETURN).stream()
        .filter(declaration -> seen.isPast(declaration.declaredOn()))
        .forEach(declaration -> table.add(declaration.declaredOn(), declaration.reliefFen()));
    return table;
  }

  private static FeatureValue zeroReturns(Seen seen, int n) {
    return FeatureValue.of(
        vat(seen).stream()
            .filter(d -> seen.isWithin(d.dueOn(), n) && seen.isPast(d.declaredOn()))
            .filter(d -> d.declaredSalesFen() == 0 && d.payableFen() == 0)
            .count());
  }

  private static FeatureValue missingReturns(Seen seen, int n) {
    return FeatureValue.of(
        vat(seen).stream()
            .filter(d -> seen.isMissedWithin(d.dueOn(), n) && !seen.isPast(d.declaredOn()))
            .count());
  }

  private static FeatureValue lateReturns(Seen seen, int n) {
    return FeatureValue.of(
        seen.of(RETURN).stream()
            .filter(d -> seen.isWithin(d.dueOn(), n) && seen.isPast(d.declaredOn()))
            .filter(d -> d.declaredOn().isAfter(d.dueOn()))
            .count());
  }

  private static FeatureValue rating(Seen seen) {
    List<TaxRating> ratings = seen.of(TaxRating.FEED);
    String grade = ratings.get(ratings.size() - 1).grade().name();
    return FeatureValue.of("DCMBA".indexOf(grade) + 1L);
  }
}
