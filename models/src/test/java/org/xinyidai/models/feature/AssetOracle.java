package org.xinyidai.models.feature;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.xinyidai.models.feature.FeatureOracle.Rule;
import org.xinyidai.models.record.EnvironmentalRating;
import org.xinyidai.models.record.Innovation;
import org.xinyidai.models.record.InnovationKind;
import org.xinyidai.models.record.Logistics;
import org.xinyidai.models.record.PerformanceStatus;
import org.xinyidai.models.record.ProcurementAward;
import org.xinyidai.models.record.RealEstate;

/** Property, innovation, procurement, logistics and environment by plain counts and sums. */
final class AssetOracle {
  private AssetOracle() {}

  static void addTo(Map<String, Rule> rules) {
    addInnovation(rules);
    addTrade(rules);
    rules.put("real_estate_value_fen", (s, n) -> estate(s, e -> true));
    rules.put("real_estate_free_value_fen", (s, n) -> estate(s, e -> !e.mortgaged()));
    rules.put(
        "environmental_rating_class",
        TaxOracle.with(EnvironmentalRating.FEED, (s, n) -> environment(s)));
  }

  private static void addInnovation(Map<String, Rule> rules) {
    count(
        rules,
        "intellectual_property_count",
        i -> "INVENTION UTILITY_MODEL DESIGN SOFTWARE TRADEMARK".contains(i.kind().name()));
    count(rules, "inventions_count", i -> i.kind() == InnovationKind.INVENTION);
    flag(rules, "high_tech_flag", InnovationKind.HIGH_TECH_ENTERPRISE);
    flag(rules, "technology_sme_flag", InnovationKind.TECHNOLOGY_SME);
    flag(rules, "little_giant_flag", InnovationKind.LITTLE_GIANT);
    flag(
        rules, "specialised_new_flag", InnovationKind.SPECIALISED_SME, InnovationKind.LITTLE_GIANT);
    EventOracle.city(
        rules,
        "research_spent_fen",
        Innovation.FEED,
        (s, n) ->
            s.of(Innovation.FEED).stream()
                .filter(i -> s.isWithin(i.grantedOn(), n))
                .map(Innovation::amountFen)
                .filter(Objects::nonNull)
                .mapToLong(fen -> fen)
                .sum());
  }

  private static void count(Map<String, Rule> rules, String name, Predicate<Innovation> counted) {
    EventOracle.city(rules, name, Innovation.FEED, (s, n) -> inForce(s).filter(counted).count());
  }

  private static void flag(Map<String, Rule> rules, String name, InnovationKind... kinds) {
    EventOracle.city(
        rules,
        name,
        Innovation.FEED,
        (s, n) -> Math.min(1, inForce(s).filter(i -> List.of(kinds).contains(i.kind())).count()));
  }

  private static Stream<Innovation> inForce(Seen seen) {
    return seen.of(Innovation.FEED).stream()
        .filter(i -> i.validUntil() == null || !i.validUntil().isBefore(seen.asOf()));
  }

  private static FeatureValue estate(Seen seen, Predicate<RealEstate> counted) {
    if (!seen.knowsSubject(RealEstate.FEED)) {
      return FeatureOracle.absent();
    }
    List<RealEstate> all = seen.of(RealEstate.FEED);
    List<RealEstate> newest =
        all.stream()
            .filter(
                e ->
                    all.subList(all.indexOf(e) + 1, all.size()).stream()
                        .noneMatch(o -> o.certificateNumber().equals(e.certificateNumber())))
            .toList();
    if (!newest.isEmpty() && newest.stream().allMatch(e -> e.valueFen() == null)) {
      return FeatureOracle.absent();
    }
    return FeatureValue.of(
        newest.stream()
            .filter(e -> e.valueFen() != null)
            .filter(counted)
            .mapToLong(RealEstate::valueFen)
            .sum());
  }

  private static void addTrade(Map<String, Rule> rules) {
    EventOracle.city(
        rules, "procurement_wins_count", ProcurementAward.FEED, (s, n) -> awards(s, n).count());
    EventOracle.city(
        rules,
        "procurement_won_fen",
        ProcurementAward.FEED,
        (s, n) -> awards(s, n).mapToLong(ProcurementAward::contractFen).sum());
    EventOracle.city(
        rules,
        "procurement_defaults_count",
        ProcurementAward.FEED,
        (s, n) -> awards(s, n).filter(a -> a.performance() == PerformanceStatus.DEFAULTED).count());
    logistics(rules, "logistics_shipments_count", (s, n) -> shipments(s).sum(n));
    logistics(rules, "logistics_shipments_growth_ratio", (s, n) -> shipments(s).growth(n));
    logistics(rules, "logistics_freight_fen", (s, n) -> freight(s).sum(n));
    logistics(rules, "warehoused_value_fen", (s, n) -> warehoused(s));
  }

  private static void logistics(Map<String, Rule> rules, String name, Rule rule) {
    rules.put(name, TaxOracle.with(Logistics.FEED, rule));
  }

  private static Stream<ProcurementAward> awards(Seen seen, int n) {
    return seen.of(ProcurementAward.FEED).stream().filter(a -> seen.isWithin(a.awardedOn(), n));
  }

  private static MonthTable shipments(Seen seen) {
    MonthTable table = new MonthTable(seen.reportedMonth(Logistics.FEED));
    seen.of(Logistics.FEED).forEach(month -> table.add(month.day(), month.shipments()));
    return table;
  }

  private static MonthTable freight(Seen seen) {
    MonthTable table = new MonthTable(seen.reportedMonth(Logistics.FEED));
    seen.of(Logistics.FEED).forEach(month -> table.add(month.day(), month.freightFen()));
    return table;
  }

  private static FeatureValue warehoused(Seen seen) {
    List<Logistics> told =
        seen.of(Logistics.FEED).stream().filter(month -> month.warehousedFen() != null).toList();
    if (told.isEmpty()) {
      return FeatureOracle.absent();
    }
    Logistics newest = told.get(told.size() - 1);
    return FeatureValue.of(
        told.stream()
            .filter(month -> month.period().equals(newest.period()))
            .mapToLong(Logistics::warehousedFen)
            .sum());
  }

  private static FeatureValue environment(Seen seen) {
    List<EnvironmentalRating> ratings = seen.of(EnvironmentalRating.FEED);
    List<String> worstFirst = List.of("BLACK", "RED", "YELLOW", "BLUE", "GREEN");
    String grade = ratings.get(ratings.size() - 1).grade().name();
    return FeatureValue.of(worstFirst.indexOf(grade) + 1L);
  }
}
