package org.xinyidai.models.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.product.Criterion.WhenMissing;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CriterionTest {
  private static final AttributeCatalogue CATALOGUE = SampleCatalogue.CATALOGUE;
  private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

  @Test
  void an_included_bound_passes_and_an_excluded_one_does_not() {
    Criterion criterion =
        new RangeCriterion(
            "tax_paid_fen_12m",
            Bound.excluding(500_000),
            Bound.including(900_000),
            WhenMissing.FAILS);
    AcceptedSet accepted = accepted(criterion);
    assertFalse(accepted.accepts(500_000));
    assertTrue(accepted.accepts(Math.nextUp(500_000.0)));
    assertTrue(accepted.accepts(900_000));
    assertFalse(accepted.accepts(Math.nextUp(900_000.0)));
    assertEquals("> 5000元且≤ 9000元", words(criterion).zh());
  }

  @Test
  void a_missing_value_fails_unless_the_criterion_says_otherwise() {
    for (WhenMissing missing : WhenMissing.values()) {
      Criterion criterion = new FlagCriterion("high_tech_flag", true, missing);
      assertEquals(missing != WhenMissing.FAILS, accepted(criterion).accepts(Double.NaN));
    }
  }

  @Test
  void a_prefix_of_an_industry_covers_all_codes_that_begin_with_it() {
    Criterion criterion =
        new SetCriterion("industry_code", List.of("39", "401"), WhenMissing.FAILS);
    assertTrue(accepted(criterion).accepts(3900));
    assertTrue(accepted(criterion).accepts(3999));
    assertFalse(accepted(criterion).accepts(4000));
    assertTrue(accepted(criterion).accepts(4010));
    assertFalse(accepted(criterion).accepts(4020));
    assertEquals("one of 39, 401", words(criterion).en());
  }

  @Test
  void intervals_that_touch_are_one() {
    AcceptedSet set =
        new AcceptedSet(
            0,
            List.of(new Interval(5, 9), new Interval(1, 3), new Interval(Math.nextUp(3.0), 4)),
            false);
    assertEquals(List.of(new Interval(1, 4), new Interval(5, 9)), set.intervals());
    assertEquals(0.25, set.distance(4.25));
  }

  private static AcceptedSet accepted(Criterion criterion) {
    int position = CATALOGUE.positionOf(criterion.attribute());
    return criterion.accepted(CATALOGUE.get(position), position, DAY);
  }

  private static Text words(Criterion criterion) {
    return criterion.required(CATALOGUE.get(criterion.attribute()));
  }

  @Test
  void every_listed_code_that_is_no_plain_class_has_words_in_both_languages() {
    for (Attribute attribute :
        List.of(
            SampleCatalogue.CATALOGUE.get("registration_status"),
            SampleCatalogue.CATALOGUE.get("industry_section"),
            SampleCatalogue.CATALOGUE.get("size_class"),
            SampleCatalogue.CATALOGUE.get("subject_type"),
            SampleCatalogue.CATALOGUE.get("technology_tier"),
            SampleCatalogue.CATALOGUE.get("public_credit_class"))) {
      Coding.Listed codes = (Coding.Listed) attribute.coding();
      for (String code : codes.values().keySet()) {
        assertNotEquals(code, CodeWords.of(attribute.name(), code).zh(), attribute.name());
      }
    }
    assertEquals("制造业", CodeWords.of("industry_section", "C").zh());
    assertEquals("culture, sports and entertainment", CodeWords.of("industry_section", "R").en());
    assertEquals("B", CodeWords.of("tax_rating_class", "B").zh());
  }
}
