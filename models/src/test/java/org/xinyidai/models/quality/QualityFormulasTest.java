package org.xinyidai.models.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QualityFormulasTest {
  static Stream<Arguments> thresholds() {
    return Stream.of(
        row(Threshold.REPORT_RATE, "C8", 99_999, 100_000, false),
        row(Threshold.REPORT_RATE, "C8", 1, 1, true),
        row(Threshold.CONFORMING_RATE_FULL, "C8", 999, 1_000, false),
        row(Threshold.TIMELY_RATE, "C8", 1, 1, true),
        row(Threshold.CONFORMING_RATE, "C9", 99, 100, true),
        row(Threshold.CONFORMING_RATE, "C9", 98_999_999, 100_000_000, false),
        row(Threshold.LEGAL_PERSON_COVERAGE, "C18", 99, 100, true),
        row(Threshold.LEGAL_PERSON_COVERAGE, "C18", 989, 1_000, false),
        row(Threshold.ADULT_COVERAGE, "C18", 95, 100, true),
        row(Threshold.ADULT_COVERAGE, "C18", 949, 1_000, false),
        row(Threshold.REPEAT_AND_ERROR_RATE, "C19", 5, 100, true),
        row(Threshold.REPEAT_AND_ERROR_RATE, "C19", 50_001, 1_000_000, false),
        row(Threshold.CODE_ERROR_RATE.get(0), "C20", 1, 10_000, false),
        row(Threshold.CODE_ERROR_RATE.get(0), "C20", 1, 10_001, true),
        row(Threshold.CODE_ERROR_RATE.get(1), "C20", 1, 10_000, true),
        row(Threshold.CODE_ERROR_RATE.get(1), "C20", 1, 9_999, false),
        row(Threshold.CODE_ERROR_RATE.get(2), "C20", 1, 1_000, false),
        row(Threshold.CODE_ERROR_RATE.get(2), "C20", 1, 1_001, true),
        row(Threshold.A_RATED_SHARE.get(0), "D2", 15, 100, true),
        row(Threshold.A_RATED_SHARE.get(0), "D2", 149, 1_000, false),
        row(Threshold.A_RATED_SHARE.get(1), "D2", 10, 100, true),
        row(Threshold.A_RATED_SHARE.get(1), "D2", 99, 1_000, false));
  }

  @ParameterizedTest
  @MethodSource("thresholds")
  void a_threshold_is_exact_at_its_bound(
      Threshold threshold, String requirement, Ratio rate, boolean met) {
    assertEquals(requirement, threshold.requirement());
    assertEquals(met, threshold.isMetBy(rate));
  }

  static Stream<Arguments> points() {
    return Stream.of(
        row(PointRule.FIVE_TYPES, "C11", 1, 1, "3"),
        row(PointRule.FIVE_TYPES, "C11", 97, 100, "291/100"),
        row(PointRule.COMMITMENTS, "C12", 3, 2, "2"),
        row(PointRule.COMMITMENTS, "C12", 1, 1, "2"),
        row(PointRule.COMMITMENTS, "C12", 1, 4, "1/2"),
        row(PointRule.UTILITY_ENTERPRISES, "C14", 1, 1, "2"),
        row(PointRule.UTILITY_ENTERPRISES, "C14", 999, 1_000, "999/500"),
        row(PointRule.UTILITY_PERSONS, "C14", 10, 1, "3"),
        row(PointRule.UTILITY_PERSONS, "C14", 5, 1, "3/2"),
        row(PointRule.UTILITY_PERSONS, "C14", 0, 1, "0"),
        row(PointRule.CODES_PUT_RIGHT, "C20", 1, 1, "3"),
        row(PointRule.CODES_PUT_RIGHT, "C20", 2, 3, "2"),
        row(PointRule.A_RATED, "D2", 59, 1_000, "0"),
        row(PointRule.A_RATED, "D2", 6, 100, "0"),
        row(PointRule.A_RATED, "D2", 8, 100, "3/2"),
        row(PointRule.A_RATED, "D2", 10, 100, "3"),
        row(PointRule.A_RATED, "D2", 20, 100, "3"),
        row(PointRule.SERIOUSLY_DISHONEST, "D3", 0, 1, "3"),
        row(PointRule.SERIOUSLY_DISHONEST, "D3", 1, 100, "12/5"),
        row(PointRule.SERIOUSLY_DISHONEST, "D3", 5, 100, "0"),
        row(PointRule.SERIOUSLY_DISHONEST, "D3", 6, 100, "0"));
  }

  @ParameterizedTest
  @MethodSource("points")
  void points_are_pro_rata_between_the_ends(
      PointRule rule, String requirement, Ratio value, String points) {
    assertEquals(requirement, rule.requirement());
    assertEquals(points, rule.pointsOf(value).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100, 100, 0, 12, true",
    "100, 99, 100, 0, 597/50, true",
    "100, 98, 100, 0, 297/25, false",
    "100, 99, 99, 0, 297/25, false",
    "100, 100, 100, 1, 6, false",
    "100, 100, 100, 2, 0, false",
    "100, 100, 100, 3, 0, false",
    "100, 0, 0, 0, 0, false",
    "0, 0, 0, 1, 0, false",
  })
  void double_publicity_loses_six_for_each_concealed_record(
      long reported, long conforming, long inTime, long concealed, String points, boolean clean) {
    ReportCounts counts =
        new ReportCounts(reported, reported, conforming, inTime, conforming, 0, concealed);
    assertEquals(points, DoublePublicity.points(counts).orElseThrow().toString());
    assertEquals(clean, DoublePublicity.isClean(counts));
  }

  @Test
  void nothing_reported_and_nothing_concealed_earns_neither_points_nor_blame() {
    assertEquals(Optional.empty(), DoublePublicity.points(ReportCounts.NONE));
    assertFalse(DoublePublicity.isClean(ReportCounts.NONE));
    assertEquals(Optional.empty(), ReportCounts.NONE.conformingRate());
  }

  @Test
  void rates_come_from_counts() {
    ReportCounts counts = new ReportCounts(120, 100, 95, 90, 93, 3, 0);
    assertEquals(Optional.of(new Ratio(5, 6)), counts.reportRate());
    assertEquals(Optional.of(new Ratio(95, 100)), counts.conformingRate());
    assertEquals(Optional.of(new Ratio(9, 10)), counts.timelyRate());
    assertEquals(Optional.of(new Ratio(93, 100)), counts.loadRate());
    assertEquals(Optional.of(new Ratio(8, 100)), counts.repeatAndErrorRate());
    assertEquals(List.of(20L, 5L, 10L), List.of(counts.missing(), counts.wrong(), counts.late()));
    assertEquals(counts, counts.plus(ReportCounts.NONE));
    assertEquals(200, counts.plus(counts).reported());
  }

  @Test
  void counts_that_cannot_be_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> new ReportCounts(10, 10, 11, 10, 10, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new ReportCounts(-1, 0, 0, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 编办", "3, 司法", "5, 民政", "8, 总工会", "9, 市场监管",
  })
  void the_first_digit_names_the_owner_of_a_wrong_code(String first, String owner) {
    assertEquals(owner, CodeOwner.of(first + "1350100").orElseThrow().titleZh());
    assertTrue(CodeOwner.of("N").isEmpty() && CodeOwner.of("").isEmpty());
  }

  private static Arguments row(Object rule, String id, long part, long whole, Object expected) {
    return Arguments.of(rule, id, new Ratio(part, whole), expected);
  }
}
