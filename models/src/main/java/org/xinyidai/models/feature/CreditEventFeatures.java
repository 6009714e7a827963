package org.xinyidai.models.feature;

import static org.xinyidai.models.feature.Declaration.table;
import static org.xinyidai.models.feature.MendsWithTime.EXPIRES;
import static org.xinyidai.models.feature.MissingRule.REGISTER;
import static org.xinyidai.models.feature.Unit.COUNT;
import static org.xinyidai.models.feature.Unit.FEN;
import static org.xinyidai.models.feature.Unit.NUMBER;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.xinyidai.models.feature.Declaration.Source;
import org.xinyidai.models.feature.Observation.Days;
import org.xinyidai.models.record.CaseKind;
import org.xinyidai.models.record.CaseRole;
import org.xinyidai.models.record.CaseStatus;
import org.xinyidai.models.record.JudicialCase;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.PenaltySeverity;
import org.xinyidai.models.record.Permit;

/**
 * Features of courts and administration (司法与行政指标). A penalty that was repaired (信用修复) is no longer
 * used; a case counts against the party that is sued or enforced against.
 */
final class CreditEventFeatures {
  private static final Source COURTS = Source.of(REGISTER, JudicialCase.FEED);
  private static final Source PENALTIES = Source.of(REGISTER, Penalty.FEED);
  private static final Source PERMITS = Source.of(REGISTER, Permit.FEED);

  private CreditEventFeatures() {}

  static Stream<FeatureDefinition> features() {
    return table(courts(), penalties(), permits());
  }

  private static Stream<FeatureDefinition> courts() {
    return table(
        COURTS
            .feature("lawsuits_defendant_count", COUNT, "被诉及被执行次数", "Cases as defendant")
            .mends(EXPIRES)
            .over((o, n) -> count(o, n, CreditEventFeatures::isAgainst), 12, 24),
        COURTS
            .feature("lawsuits_claimed_fen", FEN, "被诉及被执行标的额", "Amount claimed as defendant")
            .mends(EXPIRES)
            .over(CreditEventFeatures::claimed, 24),
        COURTS
            .feature("loan_disputes_count", COUNT, "借款纠纷被诉次数", "Loan disputes as defendant")
            .mends(EXPIRES)
            .over(
                (o, n) -> count(o, n, c -> isAgainst(c) && c.kind() == CaseKind.LOAN_DISPUTE), 24),
        COURTS
            .feature("enforcements_count", COUNT, "被执行次数", "Enforcements against the enterprise")
            .mends(EXPIRES)
            .over((o, n) -> count(o, n, c -> c.role() == CaseRole.EXECUTED), 24),
        COURTS
            .feature("lawsuits_open_count", COUNT, "未结被诉案件数", "Open cases as defendant")
            .today(CreditEventFeatures::open),
        COURTS
            .feature("dishonest_flag", NUMBER, "失信被执行人（1是0否）", "Dishonest judgment debtor")
            .today(
                o ->
                    FeatureValue.of(
                        o.seen(JudicialCase.FEED).stream().anyMatch(JudicialCase::dishonest)
                            ? 1
                            : 0)));
  }

  private static Stream<FeatureDefinition> penalties() {
    return table(
        PENALTIES
            .feature("penalties_count", COUNT, "行政处罚次数", "Penalties not repaired")
            .mends(EXPIRES)
            .over((o, n) -> FeatureValue.of(standing(o, n).count()), 12, 24),
        PENALTIES
            .feature("penalties_fined_fen", FEN, "行政罚款额", "Fines of penalties not repaired")
            .mends(EXPIRES)
            .over((o, n) -> FeatureValue.of(standing(o, n).mapToLong(Penalty::fineFen).sum()), 24),
        PENALTIES
            .feature("serious_penalties_count", COUNT, "严重失信处罚次数", "Serious penalties not repaired")
            .mends(EXPIRES)
            .over(
                (o, n) ->
                    FeatureValue.of(standing(o, n).filter(CreditEventFeatures::isSerious).count()),
                36));
  }

  private static Stream<FeatureDefinition> permits() {
    return table(
        PERMITS
            .feature("permits_valid_count", COUNT, "有效行政许可数", "Permits in force")
            .today(CreditEventFeatures::validPermits),
        PERMITS
            .feature("permits_count", COUNT, "新获行政许可数", "Permits granted")
            .over(CreditEventFeatures::newPermits, 24));
  }

  private static boolean isAgainst(JudicialCase judicial) {
    return judicial.role() == CaseRole.DEFENDANT || judicial.role() == CaseRole.EXECUTED;
  }

  private static FeatureValue count(
      Observation observation, int months, Predicate<JudicialCase> counts) {
    Days days = observation.days(months);
    return FeatureValue.of(
        observation.seen(JudicialCase.FEED).stream()
            .filter(judicial -> days.hold(judicial.day()))
            .filter(counts)
            .count());
  }

  private static FeatureValue claimed(Observation observation, int months) {
    Days days = observation.days(months);
    return FeatureValue.of(
        observation.seen(JudicialCase.FEED).stream()
            .filter(judicial -> days.hold(judicial.day()) && isAgainst(judicial))
            .mapToLong(JudicialCase::amountFen)
            .sum());
  }

  private static FeatureValue open(Observation observation) {
    return FeatureValue.of(
        observation.seen(JudicialCase.FEED).stream()
            .filter(CreditEventFeatures::isAgainst)
            .filter(judicial -> isOpen(observation, judicial))
            .count());
  }

  /** A case that was closed after the day was open on it. */
  private static boolean isOpen(Observation observation, JudicialCase judicial) {
    boolean closedLater = judicial.closedOn() != null && !observation.sees(judicial.closedOn());
    return judicial.status() == CaseStatus.OPEN || closedLater;
  }

  private static Stream<Penalty> standing(Observation observation, int months) {
    Days days = observation.days(months);
    return observation.seen(Penalty.FEED).stream()
        .filter(penalty -> days.hold(penalty.day()) && !observation.sees(penalty.repairedOn()));
  }

  private static boolean isSerious(Penalty penalty) {
    return penalty.severity() == PenaltySeverity.SERIOUS;
  }

  private static FeatureValue validPermits(Observation observation) {
    return FeatureValue.of(
        observation.seen(Permit.FEED).stream()
            .filter(permit -> observation.isInForce(permit.validUntil()))
            .count());
  }

  private static FeatureValue newPermits(Observation observation, int months) {
    Days days = observation.days(months);
    return FeatureValue.of(
        observation.seen(Permit.FEED).stream().filter(permit -> days.hold(permit.day())).count());
  }
}
