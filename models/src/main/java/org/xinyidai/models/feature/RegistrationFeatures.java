package org.xinyidai.models.feature;

import static org.xinyidai.models.feature.Declaration.table;
import static org.xinyidai.models.feature.MendsWithTime.AGES;
import static org.xinyidai.models.feature.MendsWithTime.EXPIRES;
import static org.xinyidai.models.feature.MissingRule.FEED;
import static org.xinyidai.models.feature.MissingRule.TOLD;
import static org.xinyidai.models.feature.Unit.COUNT;
import static org.xinyidai.models.feature.Unit.FEN;
import static org.xinyidai.models.feature.Unit.MONTHS;
import static org.xinyidai.models.feature.Unit.NUMBER;
import static org.xinyidai.models.feature.Unit.PERSONS;

import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.feature.Declaration.Source;
import org.xinyidai.models.feature.Observation.Days;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.RegistrationChange;

/** Features of the register of enterprises (登记指标): age, state, capital, size, changes. */
final class RegistrationFeatures {
  private static final Source REGISTER = Source.of(FEED, MarketRegistration.FEED);
  private static final Source REPORT = Source.of(TOLD, MarketRegistration.FEED);

  private static final Set<RegistrationChange> CONTROL =
      EnumSet.of(RegistrationChange.LEGAL_REPRESENTATIVE, RegistrationChange.SHAREHOLDER);
  private static final Set<RegistrationChange> NO_CHANGE =
      EnumSet.of(RegistrationChange.SNAPSHOT, RegistrationChange.FOUNDED);

  private RegistrationFeatures() {}

  static Stream<FeatureDefinition> features() {
    return table(
        REGISTER
            .feature("age_months", MONTHS, "成立月数", "Age")
            .mends(AGES)
            .today(RegistrationFeatures::age),
        REGISTER
            .feature("registration_active_flag", NUMBER, "登记状态为存续（1是0否）", "Registered as active")
            .today(o -> FeatureValue.of(newest(o).status() == EnterpriseStatus.ACTIVE ? 1 : 0)),
        REPORT
            .feature("registered_capital_fen", FEN, "注册资本", "Registered capital")
            .today(o -> newestTold(o, MarketRegistration::capitalFen)),
        REPORT
            .feature("annual_report_persons_count", PERSONS, "年报从业人数", "Employees by annual report")
            .today(o -> newestTold(o, MarketRegistration::employees)),
        REPORT
            .feature("annual_report_revenue_fen", FEN, "年报营业收入", "Revenue by annual report")
            .today(o -> newestTold(o, MarketRegistration::revenueFen)),
        REPORT
            .feature("annual_report_assets_fen", FEN, "年报资产总额", "Assets by annual report")
            .today(o -> newestTold(o, MarketRegistration::assetsFen)),
        REGISTER
            .feature("registration_changes_count", COUNT, "登记事项变更次数", "Changes of registration")
            .mends(EXPIRES)
            .over((o, n) -> changes(o, n, EnumSet.complementOf(EnumSet.copyOf(NO_CHANGE))), 12, 24),
        REGISTER
            .feature("control_changes_count", COUNT, "法定代表人和股东变更次数", "Changes of control")
            .mends(EXPIRES)
            .over((o, n) -> changes(o, n, CONTROL), 24));
  }

  private static FeatureValue age(Observation observation) {
    return FeatureValue.of(
        ChronoUnit.MONTHS.between(newest(observation).foundedOn(), observation.asOf()));
  }

  private static MarketRegistration newest(Observation observation) {
    return observation.newest(MarketRegistration.FEED).orElseThrow();
  }

  /** The newest number that was told, for a change of address need not repeat the annual report. */
  private static FeatureValue newestTold(
      Observation observation, Function<MarketRegistration, @Nullable Long> number) {
    List<MarketRegistration> records = observation.seen(MarketRegistration.FEED);
    for (int i = records.size() - 1; i >= 0; i--) {
      Long told = number.apply(records.get(i));
      if (told != null) {
        return FeatureValue.of(told);
      }
    }
    return FeatureValue.missing(MissingReason.FEED_ABSENT);
  }

  private static FeatureValue changes(
      Observation observation, int months, Set<RegistrationChange> counted) {
    Days days = observation.days(months);
    return FeatureValue.of(
        observation.seen(MarketRegistration.FEED).stream()
            .filter(record -> days.hold(record.day()) && counted.contains(record.change()))
            .count());
  }
}
