package org.xinyidai.models.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.explanation.PeerGroup.Level;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.MissingReason;
import org.xinyidai.models.subject.Industry;
import org.xinyidai.models.subject.SizeClass;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeerSurveyTest {
  private static final int[] POSITIONS = {0};

  private static List<PeerGroup> groups(String industry, SizeClass size) {
    return PeerGroup.of(Industry.parse(industry).orElseThrow(), Optional.ofNullable(size));
  }

  private static FeatureVector vector(int number, double value) {
    MissingReason missing = Double.isNaN(value) ? MissingReason.FEED_ABSENT : MissingReason.NONE;
    return new FeatureVector(
        Uscc.fromStem("91990101MA%06d".formatted(number)),
        1,
        LocalDate.of(2024, 6, 30),
        Instant.EPOCH,
        new double[] {value},
        new byte[] {missing.code()});
  }

  private static Map<String, PeerFigures> figures(PeerSurvey survey) {
    Map<String, PeerFigures> found = new HashMap<>();
    survey.forEach((group, position, figures) -> found.put(group, figures));
    return found;
  }

  private static Optional<Benchmark> benchmark(List<PeerGroup> groups, PeerSurvey survey) {
    Map<String, PeerFigures> found = figures(survey);
    return Benchmark.of(
        groups, "age_months", (group, feature) -> Optional.ofNullable(found.get(group.code())));
  }

  private static PeerSurvey of(int peers, int section, int size, int others) {
    PeerSurvey survey = new PeerSurvey(POSITIONS);
    int number = 0;
    for (int i = 0; i < peers; i++) {
      survey.add(groups("1310", SizeClass.SMALL), vector(number++, 1));
    }
    for (int i = 0; i < section; i++) {
      survey.add(groups("1410", SizeClass.SMALL), vector(number++, 1));
    }
    for (int i = 0; i < size; i++) {
      survey.add(groups("5123", SizeClass.SMALL), vector(number++, 1));
    }
    for (int i = 0; i < others; i++) {
      survey.add(groups("5123", SizeClass.MICRO), vector(number++, 1));
    }
    return survey;
  }

  @ParameterizedTest
  @CsvSource({
    "30, 0, 0, 0, INDUSTRY, 30",
    "29, 1, 9, 9, SECTION, 30",
    "29, 0, 1, 9, SIZE, 30",
    "29, 0, 0, 1, ALL, 30"
  })
  void a_group_below_the_least_widens_and_says_to_what(
      int peers, int section, int size, int others, Level level, int count) {
    Benchmark found =
        benchmark(groups("1320", SizeClass.SMALL), of(peers, section, size, others)).orElseThrow();

    assertEquals(level, found.group().level());
    assertEquals(count, found.figures().count());
  }

  @Test
  void where_all_are_too_few_there_is_no_benchmark() {
    assertTrue(benchmark(groups("1320", SizeClass.SMALL), of(29, 0, 0, 0)).isEmpty());
  }

  @Test
  void who_has_no_value_is_no_peer_in_it() {
    PeerSurvey survey = of(29, 0, 0, 0);
    survey.add(groups("1310", SizeClass.SMALL), vector(99, Double.NaN));

    assertEquals(30, survey.enterprises());
    assertTrue(figures(survey).isEmpty());
  }

  @Test
  void quartiles_are_those_of_sorting_everyone_within_two_percent() {
    SplittableRandom random = new SplittableRandom(20241122);
    PeerSurvey first = new PeerSurvey(POSITIONS);
    PeerSurvey second = new PeerSurvey(POSITIONS);
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 501; i++) {
      double value = Math.exp(random.nextDouble() * 12);
      values.add(value);
      (i % 2 == 0 ? first : second).add(groups("1310", SizeClass.SMALL), vector(i, value));
    }

    PeerFigures found = figures(first.add(second)).get("13/SMALL");

    double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
    assertEquals(sorted[125], found.lowerQuartile(), 0.02 * sorted[125]);
    assertEquals(sorted[250], found.median(), 0.02 * sorted[250]);
    assertEquals(sorted[375], found.upperQuartile(), 0.02 * sorted[375]);
  }

  @Test
  void an_unknown_size_keeps_the_industry_and_an_unknown_industry_leaves_everyone() {
    List<PeerGroup> sizeless = groups("1310", null);

    assertEquals(
        List.of(Level.INDUSTRY, Level.SECTION, Level.ALL),
        sizeless.stream().map(PeerGroup::level).toList());
    assertEquals(List.of("13/", "C/", "/"), sizeless.stream().map(PeerGroup::code).toList());
    assertEquals(1, PeerGroup.of(null).size());
  }
}
