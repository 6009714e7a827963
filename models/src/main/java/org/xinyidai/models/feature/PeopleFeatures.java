package org.xinyidai.models.feature;

import static org.xinyidai.models.feature.Declaration.table;
import static org.xinyidai.models.feature.MendsWithTime.EXPIRES;
import static org.xinyidai.models.feature.MissingRule.FEED;
import static org.xinyidai.models.feature.MissingRule.REPORTED;
import static org.xinyidai.models.feature.Unit.COUNT;
import static org.xinyidai.models.feature.Unit.NUMBER;
import static org.xinyidai.models.feature.Unit.PERSONS;
import static org.xinyidai.models.feature.Unit.RATIO;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.feature.Declaration.Source;
import org.xinyidai.models.feature.Observation.Days;
import org.xinyidai.models.record.HousingFund;
import org.xinyidai.models.record.SocialSecurity;

/** Features of social security and housing fund (社保公积金指标): headcount, its change, and arrears. */
final class PeopleFeatures {
  private static final Digest<Headcount> INSURED =
      Digest.by(
          observation ->
              Headcount.of(observation, SocialSecurity.FEED, SocialSecurity::insuredPersons));
  private static final Digest<Headcount> CONTRIBUTORS =
      Digest.by(
          observation -> Headcount.of(observation, HousingFund.FEED, HousingFund::contributors));

  private PeopleFeatures() {}

  static Stream<FeatureDefinition> features() {
    Source insured = Source.of(REPORTED, SocialSecurity.FEED);
    Source contributors = Source.of(REPORTED, HousingFund.FEED);
    return table(
        insured
            .feature("insured_persons_count", PERSONS, "参保人数", "Insured persons")
            .over((o, n) -> insured(o).at(0), 1),
        insured
            .feature("insured_persons_change", PERSONS, "参保人数变化", "Change of insured persons")
            .over((o, n) -> insured(o).change(n), 6, 12),
        insured
            .feature("insured_persons_growth_ratio", RATIO, "参保人数增长率", "Growth of insured persons")
            .over((o, n) -> insured(o).growth(n), 12, 24),
        insured
            .feature(
                "insured_persons_trend", NUMBER, "参保人数趋势（人每年）", "Trend of insured persons per year")
            .over((o, n) -> insured(o).trend(n), 12),
        insured
            .feature(
                "social_security_arrears_count", COUNT, "社保欠缴次数", "Months of social security owed")
            .missing(FEED)
            .mends(EXPIRES)
            .over(PeopleFeatures::socialSecurityArrears, 12, 24),
        contributors
            .feature("housing_fund_persons_count", PERSONS, "公积金缴存人数", "Housing-fund contributors")
            .over((o, n) -> o.kept(CONTRIBUTORS).at(0), 1),
        contributors
            .feature("housing_fund_persons_change", PERSONS, "公积金缴存人数变化", "Change of contributors")
            .over((o, n) -> o.kept(CONTRIBUTORS).change(n), 12),
        contributors
            .feature("housing_fund_arrears_count", COUNT, "公积金欠缴次数", "Months of housing fund owed")
            .missing(FEED)
            .mends(EXPIRES)
            .over(PeopleFeatures::housingFundArrears, 12));
  }

  /** The insured persons of an observation. */
  static Headcount insured(Observation observation) {
    return observation.kept(INSURED);
  }

  private static FeatureValue socialSecurityArrears(Observation observation, int months) {
    return Contribution.owed(
        observation,
        months,
        observation.seen(SocialSecurity.FEED).stream()
            .map(
                month ->
                    new Contribution(
                        month.day(),
                        month.dueOn(),
                        month.paidOn(),
                        month.payableFen() - month.paidFen(),
                        month.arrearsMonths())));
  }

  private static FeatureValue housingFundArrears(Observation observation, int months) {
    return Contribution.owed(
        observation,
        months,
        observation.seen(HousingFund.FEED).stream()
            .map(
                month ->
                    new Contribution(
                        month.day(),
                        month.dueOn(),
                        month.paidOn(),
                        month.payableFen() - month.paidFen(),
                        month.arrearsMonths())));
  }

  /**
   * A month's contribution, whichever office it goes to.
   *
   * @param paidOn null where nothing was paid, or the office tells no day
   */
  private record Contribution(
      LocalDate endOfMonth,
      @Nullable LocalDate toldDueOn,
      @Nullable LocalDate paidOn,
      long shortFen,
      int arrearsMonths) {

    static FeatureValue owed(Observation observation, int months, Stream<Contribution> all) {
      Days days = observation.days(months);
      return FeatureValue.of(
          all.filter(month -> days.holdMissed(month.dueOn()))
              .filter(month -> month.isOwed(observation))
              .count());
    }

    /** Where no due day is told, a month's contribution falls due at the end of the next month. */
    private LocalDate dueOn() {
      return toldDueOn == null ? endOfMonth.plusDays(1).plusMonths(1).minusDays(1) : toldDueOn;
    }

    private boolean isOwed(Observation observation) {
      return arrearsMonths > 0
          || shortFen > 0
          || (paidOn != null && Arrears.isOwed(observation, dueOn(), paidOn));
    }
  }
}
