package org.xinyidai.models.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RiskDirectionTest {

  @ParameterizedTest
  @CsvSource({
    "tax_overdue_count_12m, RISES",
    "electricity_arrears_count_24m, RISES",
    "lawsuits_defendant_count_24m, RISES",
    "control_changes_count_24m, RISES",
    "age_months, FALLS",
    "sales_history_months, FALLS",
    "tax_rating_class, FALLS",
    "sales_invoiced_fen_12m, OPEN",
    "gross_margin_ratio_12m, OPEN"
  })
  void credit_sense_binds_bad_events_age_and_ratings_alone(String name, RiskDirection direction) {
    FeatureDefinition feature =
        FeatureCatalogue.CURRENT.features().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
    assertEquals(direction, feature.riskDirection());
  }
}
