package org.xinyidai.models.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.history.History;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Criterion.WhenMissing;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.RangeCriterion;
import org.xinyidai.models.product.SampleProducts;
import org.xinyidai.models.product.SetCriterion;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.RegistrationChange;
import org.xinyidai.models.subject.SubjectType;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisteredCandidateTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
  private static final FeatureSchema SCHEMA = FeatureCatalogue.CURRENT;
  private static final AttributeCatalogue CATALOGUE = AttributeCatalogue.of(SCHEMA);
  private static final MarketRegistration REGISTRATION =
      new MarketRegistration(
          Uscc.fromStem("91430100MA4L0001"),
          LocalDate.of(2023, 3, 15),
          RegistrationChange.FOUNDED,
          "某电子有限公司",
          LocalDate.of(2023, 3, 15),
          EnterpriseStatus.ACTIVE,
          "C3912",
          "430102",
          SubjectType.FIRM,
          null,
          25L,
          400_000_000L,
          null);
  private static final History HISTORY =
      History.knownAt(
          Instant.EPOCH,
          REGISTRATION.uscc(),
          List.of(new Fact<>(MarketRegistration.FEED, REGISTRATION, "1", 0, Instant.EPOCH)));

  @Test
  void the_register_gives_industry_place_size_and_age() {
    LoanProduct product =
        SampleProducts.with(
            "p",
            set("industry_section", "C"),
            set("industry_code", "39"),
            set("division_code", "4301"),
            set("subject_type", "FIRM"),
            set("size_class", "SMALL"),
            RangeCriterion.atLeast("age_months", 15));
    assertEquals(1, matches(product).offers().size());
  }

  @Test
  void the_day_on_which_it_is_old_enough_is_read_from_its_own_history() {
    LoanProduct product =
        SampleProducts.with(
            "p", RangeCriterion.atLeast("age_months", 24), set("industry_section", "A"));
    List<Mismatch> mismatches = matches(product).withheld().get(0).mismatches();
    assertEquals(9, mismatches.get(0).shortfall());
    assertEquals(LocalDate.of(2025, 3, 30), mismatches.get(0).earliest());
    assertEquals("行业门类属于 农、林、牧、渔业", mismatches.get(1).criterion().zh());
    assertEquals("制造业", mismatches.get(1).actualText().zh());
  }

  private static Matches matches(LoanProduct product) {
    Candidate candidate =
        Candidate.of(CATALOGUE, SCHEMA.vector(HISTORY, DAY)).registration(REGISTRATION).build();
    return new Matcher(CATALOGUE, List.of(product), DAY)
        .match(
            candidate,
            new LoanRequest(1_000_000, 12, Purpose.EQUIPMENT, 3_600),
            FutureValues.of(SCHEMA, HISTORY, DAY));
  }

  private static SetCriterion set(String attribute, String code) {
    return new SetCriterion(attribute, List.of(code), WhenMissing.FAILS);
  }
}
