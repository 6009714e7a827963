package org.xinyidai.models.feature;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.models.feature.FeatureOracle.Rule;
import org.xinyidai.models.record.HousingFund;
import org.xinyidai.models.record.SocialSecurity;

/** Headcounts month by month, and months owed. */
final class PeopleOracle {
  private PeopleOracle() {}

  static void addTo(Map<String, Rule> rules) {
    put(rules, "insured_persons_count", (s, n) -> at(insured(s), s, 0));
    put(rules, "insured_persons_change", (s, n) -> change(insured(s), s, n));
    put(rules, "insured_persons_growth_ratio", (s, n) -> growth(insured(s), s, n));
    put(rules, "insured_persons_trend", (s, n) -> trend(insured(s), s, n));
    put(rules, "social_security_arrears_count", PeopleOracle::socialSecurityOwed);
    rules.put(
        "housing_fund_persons_count",
        TaxOracle.with(HousingFund.FEED, (s, n) -> at(contributors(s), s, 0)));
    rules.put(
        "housing_fund_persons_change",
        TaxOracle.with(HousingFund.FEED, (s, n) -> change(contributors(s), s, n)));
    rules.put(
        "housing_fund_arrears_count",
        TaxOracle.with(HousingFund.FEED, PeopleOracle::housingFundOwed));
  }

  private static void put(Map<String, Rule> rules, String name, Rule rule) {
    rules.put(name, TaxOracle.with(SocialSecurity.FEED, rule));
  }

  static Map<YearMonth, Integer> insured(Seen seen) {
    Map<YearMonth, Integer> persons = new TreeMap<>();
    seen.of(SocialSecurity.FEED).forEach(r -> persons.put(r.period(), r.insuredPersons()));
    return persons;
  }

  private static Map<YearMonth, Integer> contributors(Seen seen) {
    Map<YearMonth, Integer> persons = new TreeMap<>();
    seen.of(HousingFund.FEED).forEach(r -> persons.put(r.period(), r.contributors()));
    return persons;
  }

  /** The number of a month, or of one of the two months before it. */
  static FeatureValue at(Map<YearMonth, Integer> persons, Seen seen, int back) {
    for (int i = back; i < back + 3; i++) {
      Integer number = persons.get(seen.lastMonth().minusMonths(i));
      if (number != null) {
        return FeatureValue.of((long) number);
      }
    }
    return FeatureOracle.tooShort();
  }

  private static FeatureValue change(Map<YearMonth, Integer> persons, Seen seen, int n) {
    double change = at(persons, seen, 0).value() - at(persons, seen, n).value();
    return Double.isNaN(change) ? FeatureOracle.tooShort() : FeatureValue.of(change);
  }

  private static FeatureValue growth(Map<YearMonth, Integer> persons, Seen seen, int n) {
    double now = at(persons, seen, 0).value();
    double before = at(persons, seen, n).value();
    if (before == 0) {
      return FeatureOracle.noBase();
    }
    return Double.isNaN(now + before)
        ? FeatureOracle.tooShort()
        : FeatureValue.of((now - before) / before);
  }

  private static FeatureValue trend(Map<YearMonth, Integer> persons, Seen seen, int n) {
    List<Double> slopes = new ArrayList<>();
    for (int newer = 0; newer < n; newer++) {
      for (int older = newer + 1; older < n; older++) {
        double rise = at(persons, seen, newer).value() - at(persons, seen, older).value();
        if (Double.isNaN(rise)) {
          return FeatureOracle.tooShort();
        }
        slopes.add(rise / (older - newer) * 12);
      }
    }
    return FeatureValue.of(MonthTable.middle(slopes));
  }

  private static FeatureValue socialSecurityOwed(Seen seen, int n) {
    return FeatureValue.of(
        seen.of(SocialSecurity.FEED).stream()
            .filter(r -> seen.isMissedWithin(due(r.dueOn(), r.period()), n))
            .filter(
                r ->
                    r.arrearsMonths() > 0
                        || r.paidFen() < r.payableFen()
                        || (r.paidOn() != null
                            && seen.isOrWasOwed(due(r.dueOn(), r.period()), r.paidOn())))
            .count());
  }

  private static FeatureValue housingFundOwed(Seen seen, int n) {
    return FeatureValue.of(
        seen.of(HousingFund.FEED).stream()
            .filter(r -> seen.isMissedWithin(due(r.dueOn(), r.period()), n))
            .filter(
                r ->
                    r.arrearsMonths() > 0
                        || r.paidFen() < r.payableFen()
                        || (r.paidOn() != null
                            && seen.isOrWasOwed(due(r.dueOn(), r.period()), r.paidOn())))
            .count());
  }

  private static LocalDate due(LocalDate told, YearMonth period) {
    return told != null ? told : period.plusMonths(1).atEndOfMonth();
  }
}
