package org.xinyidai.models.product;

import java.util.List;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureValue;
import org.xinyidai.models.feature.MendsWithTime;
import org.xinyidai.models.feature.MissingReason;
import org.xinyidai.models.feature.Unit;

/** A small schema whose features are never computed: tests give their values. */
public final class SampleCatalogue {
  public static final FeatureSchema SCHEMA =
      new FeatureSchema(
          7,
          List.of(
              feature("age_months", Unit.MONTHS, MendsWithTime.AGES),
              feature("tax_paid_fen_12m", Unit.FEN, MendsWithTime.NEVER),
              feature("tax_relief_fen_12m", Unit.FEN, MendsWithTime.NEVER),
              feature("tax_rating_class", Unit.CLASS, MendsWithTime.NEVER),
              feature("tax_paid_growth_ratio_12m", Unit.RATIO, MendsWithTime.NEVER),
              feature("sales_invoiced_fen_12m", Unit.FEN, MendsWithTime.NEVER),
              feature("electricity_arrears_count_24m", Unit.COUNT, MendsWithTime.EXPIRES),
              feature("high_tech_flag", Unit.NUMBER, MendsWithTime.NEVER),
              feature("specialised_new_flag", Unit.NUMBER, MendsWithTime.NEVER),
              feature("little_giant_flag", Unit.NUMBER, MendsWithTime.NEVER)));

  public static final AttributeCatalogue CATALOGUE = AttributeCatalogue.of(SCHEMA);

  private SampleCatalogue() {}

  private static FeatureDefinition feature(String name, Unit unit, MendsWithTime mends) {
    return new FeatureDefinition(
        name,
        name,
        name,
        unit,
        12,
        List.of(),
        "always missing in tests",
        mends,
        observation -> FeatureValue.missing(MissingReason.FEED_ABSENT));
  }
}
