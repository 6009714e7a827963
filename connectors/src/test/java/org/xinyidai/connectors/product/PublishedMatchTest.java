package org.xinyidai.connectors.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.MissingReason;
import org.xinyidai.models.match.Candidate;
import org.xinyidai.models.match.Decision.Withheld;
import org.xinyidai.models.match.FutureValues;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.match.Matcher;
import org.xinyidai.models.match.Matches;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishedMatchTest {
  private static final AttributeCatalogue CATALOGUE =
      AttributeCatalogue.of(FeatureCatalogue.CURRENT);
  private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
  private static final Matcher MATCHER = new Matcher(CATALOGUE, Products.published(CATALOGUE), DAY);
  private static final LoanRequest REQUEST =
      new LoanRequest(200_000_000, 12, Purpose.WORKING_CAPITAL, 3_600);

  /** Three years old, rated B, 60,000 yuan of tax a year, electricity paid, 8 million yuan sold. */
  private static final Map<String, Double> SOUND =
      Map.ofEntries(
          Map.entry("age_months", 36.0),
          Map.entry("tax_rating_class", 4.0),
          Map.entry("tax_paid_fen_12m", 6e6),
          Map.entry("tax_main_paid_fen_12m", 5e6),
          Map.entry("tax_paid_fen_24m", 11e6),
          Map.entry("tax_payment_months_since", 1.0),
          Map.entry("tax_overdue_count_12m", 0.0),
          Map.entry("electricity_paid_fen_24m", 2e7),
          Map.entry("electricity_arrears_count_12m", 0.0),
          Map.entry("electricity_arrears_count_24m", 0.0),
          Map.entry("electricity_usage_growth_ratio_12m", -0.1),
          Map.entry("sales_invoiced_fen_12m", 8e8),
          Map.entry("declared_sales_fen_12m", 8e8),
          Map.entry("insured_persons_count_1m", 25.0));

  @Test
  void a_sound_small_manufacturer_is_offered_tax_electricity_and_sales_loans_the_cheapest_first() {
    Matches matches = match(SOUND, "C");
    assertEquals(
        List.of(
            "ccb-tax-loan 200",
            "icbc-tax-loan 200",
            "ccb-tax-relief-loan 200",
            "abc-tax-loan 200",
            "ningde-tax-loan 200",
            "ccb-electricity-loan 200",
            "sgcc-electricity-loan 200",
            "psbc-micro-loan 80",
            "psbc-micro-loan-guaranteed 80",
            "bocom-tax-loan 200",
            "abc-electricity-bill-loan 200",
            "icbc-business-quick-loan 200",
            "icbc-business-quick-loan-guaranteed 200",
            "shanghai-tax-loan 80"),
        matches.offers().stream()
            .map(offer -> offer.product().id() + " " + offer.amountFen() / 1_000_000)
            .toList());
    assertEquals(MATCHER.products().size(), matches.offers().size() + matches.withheld().size());
  }

  @Test
  void arrears_and_a_lower_rating_take_away_what_rests_on_them_and_say_so() {
    Map<String, Double> worse = new HashMap<>(SOUND);
    worse.put("tax_rating_class", 2.0);
    worse.put("electricity_arrears_count_24m", 1.0);
    Matches matches = match(worse, "C");
    assertEquals("NOT_MET tax_rating_class", reasons(matches, "ccb-tax-loan"));
    assertEquals("NOT_MET electricity_arrears_count_24m", reasons(matches, "ccb-electricity-loan"));
    assertEquals("shanghai-tax-loan", last(matches));
    assertEquals(30_000_000, matches.offers().get(matches.offers().size() - 1).amountFen());
  }

  @Test
  void an_enterprise_of_which_nothing_is_known_is_offered_nothing() {
    Matches matches = match(Map.of(), null);
    assertEquals(List.of(), matches.offers());
    assertEquals("UNDECLARED quality_white_list_flag", reasons(matches, "xiamen-quality-loan"));
    assertEquals("NO_DATA age_months", reasons(matches, "icbc-business-quick-loan"));
  }

  private static Matches match(Map<String, Double> features, String section) {
    double[] values = new double[CATALOGUE.features()];
    byte[] missing = new byte[values.length];
    Arrays.fill(values, Double.NaN);
    Arrays.fill(missing, MissingReason.FEED_ABSENT.code());
    features.forEach(
        (name, value) -> {
          values[CATALOGUE.positionOf(name)] = value;
          missing[CATALOGUE.positionOf(name)] = MissingReason.NONE.code();
        });
    FeatureVector vector =
        new FeatureVector(
            Uscc.fromStem("91430100MA4L0001"),
            CATALOGUE.schemaVersion(),
            DAY,
            Instant.EPOCH,
            values,
            missing);
    Candidate candidate = Candidate.of(CATALOGUE, vector).code("industry_section", section).build();
    Matches matches = MATCHER.match(candidate, REQUEST, FutureValues.UNKNOWN);
    assertEquals(matches.offers(), MATCHER.offers(candidate, REQUEST));
    return matches;
  }

  private static String reasons(Matches matches, String product) {
    Withheld withheld =
        matches.withheld().stream()
            .filter(one -> one.product().id().value().equals(product))
            .findFirst()
            .orElseThrow();
    return String.join(
        ", ", withheld.mismatches().stream().map(m -> m.kind() + " " + m.attribute()).toList());
  }

  private static String last(Matches matches) {
    return matches.offers().get(matches.offers().size() - 1).product().id().value();
  }
}
