package org.xinyidai.models.feature;

import static org.xinyidai.models.feature.Declaration.table;
import static org.xinyidai.models.feature.MissingRule.REGISTER;
import static org.xinyidai.models.feature.Unit.NUMBER;

import java.util.stream.Stream;
import org.xinyidai.models.feature.Declaration.Source;
import org.xinyidai.models.record.CreditListKind;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.standing.Standing;

/** Features of lists (名单指标), which hard rules of products read (D6, D7). */
final class StandingFeatures {
  private static final Source LISTS = Source.of(REGISTER, Listing.FEED);

  private static final Digest<Standing> STANDING =
      Digest.by(o -> Standing.on(o.lastSeen(), o.history()));

  private StandingFeatures() {}

  static Stream<FeatureDefinition> features() {
    return table(
        flag("listed_serious_flag", "严重失信主体名单（1是0否）", "On the list of serious dishonesty")
            .today(o -> on(o, CreditListKind.SERIOUSLY_DISHONEST)),
        flag("listed_black_flag", "失信黑名单（1是0否）", "On a black list")
            .today(o -> on(o, CreditListKind.BLACK)),
        flag("listed_red_flag", "守信红名单（1是0否）", "On a red list")
            .today(o -> on(o, CreditListKind.RED)));
  }

  private static Declaration flag(String name, String titleZh, String titleEn) {
    return LISTS.feature(name, NUMBER, titleZh, titleEn);
  }

  private static FeatureValue on(Observation observation, CreditListKind kind) {
    return FeatureValue.of(observation.kept(STANDING).isOn(kind) ? 1 : 0);
  }
}
