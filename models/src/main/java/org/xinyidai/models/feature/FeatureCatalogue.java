package org.xinyidai.models.feature;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The feature catalogue (特征目录): every feature of the platform, by version. A version that was used
 * is never edited; a change of any feature makes the next version.
 */
public final class FeatureCatalogue {
  /** The first version. */
  public static final FeatureSchema V1 =
      new FeatureSchema(
          1,
          Stream.of(
                  RegistrationFeatures.features(),
                  SalesFeatures.features(),
                  PurchaseFeatures.features(),
                  TaxFeatures.features(),
                  UtilityFeatures.features(),
                  PeopleFeatures.features(),
                  ConsistencyFeatures.features(),
                  CreditEventFeatures.features(),
                  AssetFeatures.features(),
                  TradeFeatures.features(),
                  StandingFeatures.features())
              .flatMap(Function.identity())
              .toList());

  /** The version that new vectors are computed under. */
  public static final FeatureSchema CURRENT = V1;

  private static final Map<String, FeatureDefinition> BY_NAME =
      CURRENT.features().stream()
          .collect(toUnmodifiableMap(FeatureDefinition::name, Function.identity()));

  private FeatureCatalogue() {}

  /** The features of the current version by name. */
  public static Map<String, FeatureDefinition> byName() {
    return BY_NAME;
  }

  /**
   * The schema that stored vectors of a version were computed under.
   *
   * @throws IllegalArgumentException when this program knows no such version
   */
  public static FeatureSchema version(int version) {
    return CURRENT.at(version);
  }
}
