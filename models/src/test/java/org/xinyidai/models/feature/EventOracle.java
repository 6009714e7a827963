package org.xinyidai.models.feature;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xinyidai.models.feature.FeatureOracle.Rule;
import org.xinyidai.models.record.CaseKind;
import org.xinyidai.models.record.CaseRole;
import org.xinyidai.models.record.CaseStatus;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.JudicialCase;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.PenaltySeverity;
import org.xinyidai.models.record.Permit;
import org.xinyidai.models.record.RegistrationChange;

/** Registration, courts, penalties and permits by counting records. */
final class EventOracle {
  private EventOracle() {}

  static void addTo(Map<String, Rule> rules) {
    addRegistration(rules);
    city(rules, "lawsuits_defendant_count", JudicialCase.FEED, (s, n) -> against(s, n).count());
    city(
        rules,
        "lawsuits_claimed_fen",
        JudicialCase.FEED,
        (s, n) -> against(s, n).mapToLong(JudicialCase::amountFen).sum());
    city(
        rules,
        "loan_disputes_count",
        JudicialCase.FEED,
        (s, n) -> against(s, n).filter(c -> c.kind() == CaseKind.LOAN_DISPUTE).count());
    city(
        rules,
        "enforcements_count",
        JudicialCase.FEED,
        (s, n) -> against(s, n).filter(c -> c.role() == CaseRole.EXECUTED).count());
    city(rules, "lawsuits_open_count", JudicialCase.FEED, (s, n) -> open(s));
    city(
        rules,
        "dishonest_flag",
        JudicialCase.FEED,
        (s, n) ->
            Math.min(1, s.of(JudicialCase.FEED).stream().filter(JudicialCase::dishonest).count()));
    city(rules, "penalties_count", Penalty.FEED, (s, n) -> penalties(s, n).count());
    city(
        rules,
        "penalties_fined_fen",
        Penalty.FEED,
        (s, n) -> penalties(s, n).mapToLong(Penalty::fineFen).sum());
    city(
        rules,
        "serious_penalties_count",
        Penalty.FEED,
        (s, n) -> penalties(s, n).filter(p -> p.severity() == PenaltySeverity.SERIOUS).count());
    city(rules, "permits_valid_count", Permit.FEED, (s, n) -> validPermits(s));
    city(
        rules,
        "permits_count",
        Permit.FEED,
        (s, n) -> s.of(Permit.FEED).stream().filter(p -> s.isWithin(p.grantedOn(), n)).count());
  }

  /** A whole number of a feed of the whole city. */
  interface Count {
    long of(Seen seen, int months);
  }

  static void city(Map<String, Rule> rules, String name, Feed<?> feed, Count count) {
    rules.put(
        name,
        (seen, n) ->
            seen.knowsSubject(feed) ? FeatureValue.of(count.of(seen, n)) : FeatureOracle.absent());
  }

  private static void addRegistration(Map<String, Rule> rules) {
    registered(rules, "age_months", (s, n) -> age(s));
    registered(
        rules,
        "registration_active_flag",
        (s, n) -> FeatureValue.of(newest(s).status() == EnterpriseStatus.ACTIVE ? 1L : 0L));
    registered(rules, "registered_capital_fen", (s, n) -> told(s, MarketRegistration::capitalFen));
    registered(
        rules, "annual_report_persons_count", (s, n) -> told(s, MarketRegistration::employees));
    registered(
        rules, "annual_report_revenue_fen", (s, n) -> told(s, MarketRegistration::revenueFen));
    registered(rules, "annual_report_assets_fen", (s, n) -> told(s, MarketRegistration::assetsFen));
    registered(
        rules,
        "registration_changes_count",
        (s, n) ->
            FeatureValue.of(
                changes(s, n)
                    .filter(
                        c -> c != RegistrationChange.SNAPSHOT && c != RegistrationChange.FOUNDED)
                    .count()));
    Set<RegistrationChange> control =
        Set.of(RegistrationChange.LEGAL_REPRESENTATIVE, RegistrationChange.SHAREHOLDER);
    registered(
        rules,
        "control_changes_count",
        (s, n) -> FeatureValue.of(changes(s, n).filter(control::contains).count()));
  }

  private static void registered(Map<String, Rule> rules, String name, Rule rule) {
    rules.put(name, TaxOracle.with(MarketRegistration.FEED, rule));
  }

  private static MarketRegistration newest(Seen seen) {
    List<MarketRegistration> all = seen.of(MarketRegistration.FEED);
    return all.get(all.size() - 1);
  }

  private static FeatureValue age(Seen seen) {
    return FeatureValue.of(Period.between(newest(seen).foundedOn(), seen.asOf()).toTotalMonths());
  }

  private static FeatureValue told(Seen seen, Function<MarketRegistration, Long> number) {
    return seen.of(MarketRegistration.FEED).stream()
        .map(number)
        .filter(Objects::nonNull)
        .reduce((older, newer) -> newer)
        .map(FeatureValue::of)
        .orElse(FeatureOracle.absent());
  }

  private static Stream<RegistrationChange> changes(Seen seen, int n) {
    return seen.of(MarketRegistration.FEED).stream()
        .filter(record -> seen.isWithin(record.recordedOn(), n))
        .map(MarketRegistration::change);
  }

  private static Stream<JudicialCase> against(Seen seen, int n) {
    return accused(seen).filter(c -> seen.isWithin(c.filedOn(), n));
  }

  private static Stream<JudicialCase> accused(Seen seen) {
    return seen.of(JudicialCase.FEED).stream()
        .filter(c -> c.role() == CaseRole.DEFENDANT || c.role() == CaseRole.EXECUTED);
  }

  private static long open(Seen seen) {
    return accused(seen)
        .filter(
            c ->
                c.status() == CaseStatus.OPEN
                    || (c.closedOn() != null && c.closedOn().isAfter(seen.asOf())))
        .count();
  }

  private static Stream<Penalty> penalties(Seen seen, int n) {
    return seen.of(Penalty.FEED).stream()
        .filter(p -> seen.isWithin(p.decidedOn(), n))
        .filter(p -> p.repairedOn() == null || p.repairedOn().isAfter(seen.asOf()));
  }

  private static long validPermits(Seen seen) {
    return seen.of(Permit.FEED).stream()
        .filter(p -> p.validUntil() == null || !p.validUntil().isBefore(seen.asOf()))
        .count();
  }
}
