package org.xinyidai.models.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.quality.Scheme.Counted;
import org.xinyidai.models.quality.Scheme.Register;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemeTest {
  private static final ReportCounts PUBLICITY = new ReportCounts(0, 100, 99, 98, 99, 0, 0);

  @Test
  void nothing_that_was_not_entered_is_taken_for_zero() {
    List<Indicator> indicators =
        new Scheme(new Counted(PUBLICITY, 50, null), Map.of()).indicators();
    assertTrue(indicators.stream().noneMatch(each -> each.earned().isPresent()));
    assertEquals(
        List.of(OfficeFigure.CONCEALED), indicators.get(0).missing(), "C10 must be told of none");
    assertFalse(indicators.get(0).byHand());
  }

  @ParameterizedTest(name = "{0} of {1} with {2}={3} and {4}={5} earns {6}")
  @CsvSource({
    "C10, 0, concealed, 0, due, 0, 591/50",
    "C10, 0, concealed, 1, due, 0, 291/50",
    "C11, 1, five_types_conforming, 99, five_types_reported, 100, 297/100",
    "C11, 1, five_types_conforming, 0, five_types_reported, 100, 0",
    "C12, 2, commitments, 101, market_subjects, 100, 2",
    "C12, 2, commitments, 50, market_subjects, 100, 1",
    "C14, 3, market_subjects, 50, due, 0, 2",
    "C14, 3, market_subjects, 100, due, 0, 1",
    "C14, 4, person_utility_records, 1000, population, 100, 3",
    "C14, 4, person_utility_records, 500, population, 100, 3/2",
    "C20, 8, code_errors_found, 0, due, 0, 3",
    "C20, 8, code_errors_found, 3, code_errors_put_right, 2, 2",
  })
  void points_follow_from_what_was_entered(
      String requirement, int at, String a, long first, String b, long second, String points) {
    Indicator indicator = scheme(a, first, b, second, null).get(at);
    assertEquals(requirement, indicator.requirement());
    assertEquals(points, indicator.earned().orElseThrow().toString());
    assertTrue(indicator.byHand());
  }

  @ParameterizedTest(name = "{0}: {4} of {1}: {2} covered, {3} wrong")
  @CsvSource({
    "5, 100, 99, 0, 99/100, true",
    "5, 1000, 989, 0, 989/1000, false",
    "7, 9999, 0, 1, 1/10000, false",
    "7, 10000, 0, 1, 1/10001, true",
    "7, 100, 0, 0, 0, true",
  })
  void the_register_is_judged_by_its_bounds(
      int at, long legalPersons, long covered, long wrong, String value, boolean met) {
    Indicator indicator =
        scheme("due", 0, "due", 0, new Register(legalPersons, covered, wrong)).get(at);
    Ratio rate = indicator.known().orElseThrow();
    assertEquals(value, rate.toString());
    assertEquals(met, indicator.thresholds().get(0).isMetBy(rate));
  }

  @Test
  void adults_are_known_when_both_their_figures_are() {
    assertEquals(
        "19/20",
        scheme("adults_covered", 95, "adults", 100, null).get(6).known().orElseThrow().toString());
    Indicator half = scheme("adults_covered", 95, "due", 1, null).get(6);
    assertTrue(half.known().isEmpty());
    assertEquals(List.of(OfficeFigure.ADULTS), half.missing());
  }

  private static List<Indicator> scheme(
      String a, long first, String b, long second, @Nullable Register register) {
    Map<OfficeFigure, Long> figures = new EnumMap<>(OfficeFigure.class);
    figures.put(OfficeFigure.ofId(a).orElseThrow(), first);
    figures.put(OfficeFigure.ofId(b).orElseThrow(), second);
    return new Scheme(new Counted(PUBLICITY, 50, register), figures).indicators();
  }
}
