package org.xinyidai.models.feature;

import static org.xinyidai.models.feature.Declaration.table;
import static org.xinyidai.models.feature.MissingRule.REGISTER;
import static org.xinyidai.models.feature.Unit.COUNT;
import static org.xinyidai.models.feature.Unit.FEN;
import static org.xinyidai.models.feature.Unit.NUMBER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.xinyidai.models.feature.Declaration.Source;
import org.xinyidai.models.feature.Observation.Days;
import org.xinyidai.models.record.Innovation;
import org.xinyidai.models.record.InnovationKind;
import org.xinyidai.models.record.RealEstate;

/** Features of real estate, intellectual property and titles of innovation (资产与科创指标). */
final class AssetFeatures {
  private static final Source ESTATE = Source.of(REGISTER, RealEstate.FEED);
  private static final Source INNOVATION = Source.of(REGISTER, Innovation.FEED);

  private static final Set<InnovationKind> RIGHTS =
      EnumSet.of(
          InnovationKind.INVENTION,
          InnovationKind.UTILITY_MODEL,
          InnovationKind.DESIGN,
          InnovationKind.SOFTWARE,
          InnovationKind.TRADEMARK);

  private AssetFeatures() {}

  static Stream<FeatureDefinition> features() {
    return table(
        ESTATE
            .feature("real_estate_value_fen", FEN, "不动产价值", "Value of real estate")
            .today(o -> value(o, estate -> true)),
        ESTATE
            .feature(
                "real_estate_free_value_fen", FEN, "未抵押不动产价值", "Value of unmortgaged real estate")
            .today(o -> value(o, estate -> !estate.mortgaged())),
        INNOVATION
            .feature(
                "intellectual_property_count", COUNT, "有效知识产权数", "Intellectual property in force")
            .today(o -> FeatureValue.of(inForce(o).filter(RIGHTS::contains).count())),
        INNOVATION
            .feature("inventions_count", COUNT, "有效发明专利数", "Invention patents in force")
            .today(
                o -> FeatureValue.of(inForce(o).filter(InnovationKind.INVENTION::equals).count())),
        flag(
            "high_tech_flag",
            "高新技术企业",
            "High-tech enterprise",
            InnovationKind.HIGH_TECH_ENTERPRISE),
        flag("technology_sme_flag", "科技型中小企业", "Technology SME", InnovationKind.TECHNOLOGY_SME),
        flag(
            "specialised_new_flag",
            "专精特新企业，含小巨人",
            "Specialised and new SME",
            InnovationKind.SPECIALISED_SME,
            InnovationKind.LITTLE_GIANT),
        flag("little_giant_flag", "专精特新小巨人", "Little giant", InnovationKind.LITTLE_GIANT),
        INNOVATION
            .feature("research_spent_fen", FEN, "研发投入", "Spent on research")
            .over(AssetFeatures::researchSpent, 24));
  }

  private static Stream<FeatureDefinition> flag(
      String name, String titleZh, String titleEn, InnovationKind... titles) {
    Set<InnovationKind> set = EnumSet.copyOf(Arrays.asList(titles));
    return INNOVATION
        .feature(name, NUMBER, titleZh + "（1是0否）", titleEn)
        .today(o -> FeatureValue.of(inForce(o).anyMatch(set::contains) ? 1 : 0));
  }

  private static Stream<InnovationKind> inForce(Observation observation) {
    return observation.seen(Innovation.FEED).stream()
        .filter(innovation -> observation.isInForce(innovation.validUntil()))
        .map(Innovation::kind);
  }

  private static FeatureValue researchSpent(Observation observation, int months) {
    Days days = observation.days(months);
    long fen = 0;
    for (Innovation innovation : observation.seen(Innovation.FEED)) {
      Long amountFen = innovation.amountFen();
      fen += amountFen != null && days.hold(innovation.day()) ? amountFen : 0;
    }
    return FeatureValue.of(fen);
  }

  /** The value by the newest record of each certificate; missing where no certificate tells one. */
  private static FeatureValue value(Observation observation, Predicate<RealEstate> counts) {
    Map<String, RealEstate> newest = new HashMap<>();
    for (RealEstate estate : observation.seen(RealEstate.FEED)) {
      newest.put(estate.certificateNumber(), estate);
    }
    long fen = 0;
    boolean told = newest.isEmpty();
    for (RealEstate estate : newest.values()) {
      Long valueFen = estate.valueFen();
      told |= valueFen != null;
      fen += valueFen != null && counts.test(estate) ? valueFen : 0;
    }
    return told ? FeatureValue.of(fen) : FeatureValue.missing(MissingReason.FEED_ABSENT);
  }
}
