package org.xinyidai.models.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeatureCatalogueTest {
  private static final List<FeatureDefinition> FEATURES = FeatureCatalogue.V1.features();

  @Test
  void there_are_at_least_sixty_features_over_the_asked_windows() {
    assertTrue(FEATURES.size() >= 60, FEATURES.size() + " features");
    Set<Integer> windows = new TreeSet<>();
    FEATURES.forEach(feature -> windows.add(feature.windowMonths()));
    assertTrue(windows.containsAll(Set.of(1, 3, 6, 12, 24)), windows.toString());
  }

  @Test
  void every_feed_is_read_by_a_feature() {
    Set<Feed<?>> read = new HashSet<>();
    FEATURES.forEach(feature -> read.addAll(feature.feeds()));
    List<Feed<?>> unread = new ArrayList<>(Feeds.ALL);
    unread.removeAll(read);
    assertTrue(unread.isEmpty(), unread.toString());
  }

  @Test
  void a_name_says_its_window_and_a_title_does_in_both_languages() {
    for (FeatureDefinition feature : FEATURES) {
      String name = feature.name();
      int window = feature.windowMonths();
      assertTrue(name.matches("[a-z][a-z0-9_]*"), name);
      assertEquals(window != 0, name.endsWith("_" + window + "m"), name);
      assertEquals(window != 0, feature.titleZh().startsWith("近" + window + "个月"), name);
      assertTrue(feature.titleZh().codePoints().anyMatch(FeatureCatalogueTest::isHan), name);
      assertFalse(feature.titleEn().codePoints().anyMatch(FeatureCatalogueTest::isHan), name);
      assertTrue(feature.missingRule().endsWith("."), name);
    }
  }

  @Test
  void no_two_features_share_a_title() {
    Set<String> titles = new HashSet<>();
    for (FeatureDefinition feature : FEATURES) {
      assertTrue(titles.add(feature.titleZh()), feature.titleZh());
      assertTrue(titles.add(feature.titleEn()), feature.titleEn());
    }
  }

  @Test
  void the_required_feeds_are_among_those_read() {
    for (FeatureDefinition feature : FEATURES) {
      assertTrue(feature.feeds().containsAll(feature.required()), feature.name());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "age_months",
        "declared_sales_fen_12m",
        "declared_sales_fen_24m",
        "declared_sales_fen_3m",
        "declared_sales_fen_6m",
        "dishonest_flag",
        "electricity_arrears_count_12m",
        "electricity_arrears_count_24m",
        "electricity_paid_fen_12m",
        "electricity_paid_fen_24m",
        "electricity_usage_growth_ratio_12m",
        "environmental_rating_class",
        "high_tech_flag",
        "insured_persons_change_12m",
        "insured_persons_count_1m",
        "intellectual_property_count",
        "lawsuits_defendant_count_12m",
        "lawsuits_defendant_count_24m",
        "little_giant_flag",
        "penalties_count_12m",
        "penalties_count_24m",
        "procurement_wins_count_12m",
        "procurement_won_fen_24m",
        "real_estate_value_fen",
        "sales_growth_ratio_12m",
        "sales_invoiced_fen_12m",
        "sales_invoiced_fen_1m",
        "sales_invoiced_fen_24m",
        "sales_invoiced_fen_3m",
        "sales_invoiced_fen_6m",
        "serious_penalties_count_36m",
        "social_security_arrears_count_12m",
        "social_security_arrears_count_24m",
        "specialised_new_flag",
        "tax_missing_returns_count_24m",
        "tax_overdue_count_12m",
        "tax_overdue_count_24m",
        "tax_overdue_count_6m",
        "tax_paid_fen_12m",
        "tax_paid_fen_1m",
        "tax_paid_fen_24m",
        "tax_paid_fen_3m",
        "tax_paid_fen_6m",
        "tax_paid_growth_ratio_12m",
        "tax_payment_months_since",
        "tax_rating_class",
        "tax_relief_fen_12m",
        "tax_zero_returns_count_12m",
      })
  void products_and_rules_find_the_feature(String name) {
    FeatureDefinition feature = FeatureCatalogue.byName().get(name);
    int position = FeatureCatalogue.CURRENT.position(name).orElseThrow();
    assertEquals(feature, FeatureCatalogue.CURRENT.features().get(position));
  }

  @Test
  void an_unknown_version_of_the_schema_is_refused() {
    assertEquals(FeatureCatalogue.V1, FeatureCatalogue.version(1));
    assertThrows(IllegalArgumentException.class, () -> FeatureCatalogue.version(2));
  }

  private static boolean isHan(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }
}
