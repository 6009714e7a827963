package org.xinyidai.engine.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.engine.demo.MonthCheck.Found;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.resolution.Case;
import org.xinyidai.engine.resolution.Case.Status;
import org.xinyidai.engine.simulation.Delivery;
import org.xinyidai.engine.simulation.SimulatedCity;
import org.xinyidai.engine.simulation.Trouble;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.subject.Uscc;

/** What was kept while a whole city's facts came is what all its facts give at the end. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IncrementalFeaturesTest {
  private static final YearMonth FIRST = YearMonth.of(2024, 1);

  /** Ten times the usual, and rows without a code, so that little arrives once and in order. */
  private static final Trouble MUCH =
      new Trouble(0.02, 0.1, 0.1, 0.05, 0.1, 0.1, 0.1, 0.3, new Trouble.AtOnce(0.5, 0.5));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void refreshed_at_any_moments_between_late_corrected_and_refiled_rows(long seed) {
    Random random = new Random(seed);
    SimulatedCity city = SimulatedCity.of(seed, 120, FIRST, 5).with(MUCH);
    LocalDate asOf = city.lastDay();
    try (Platform platform = Platform.open(folder, Clock.systemUTC())) {
      for (Delivery delivery : city.deliveries().toList()) {
        new CityIntake(platform.ingest()).run(Stream.of(delivery), done -> {});
        if (random.nextInt(4) == 0) {
          refresh(platform, asOf);
        }
        if (random.nextInt(10) == 0) {
          decideOne(platform, random);
        }
      }
      assertTrue(
          MonthDemo.cases(platform, Status.FILED_AUTOMATICALLY) > 0, "no row was filed anew");
      refresh(platform, asOf);
      Found found = MonthCheck.of(platform, asOf);
      assertTrue(found.enterprises() > 100, "few enterprises: " + found);
      assertEquals(0, found.differences());
    }
  }

  @Test
  void a_value_that_was_not_kept_up_is_found() {
    SimulatedCity city = SimulatedCity.of(3, 40, FIRST, 2);
    LocalDate asOf = city.lastDay();
    try (Platform platform = Platform.open(folder, Clock.systemUTC())) {
      new CityIntake(platform.ingest()).run(city.deliveries(), done -> {});
      refresh(platform, asOf);
      Uscc one = platform.vectors().enterprises().get(0);
      FeatureVector kept = platform.vectors().stored(one).orElseThrow();
      FeatureVector empty =
          platform
              .vectors()
              .compute(one, asOf, FIRST.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
      platform.vectors().keep(List.of(empty));
      assertTrue(MonthCheck.of(platform, asOf).differences() > 0);
      platform.vectors().keep(List.of(kept));
      assertEquals(0, MonthCheck.of(platform, asOf).differences());
    }
  }

  private static void refresh(Platform platform, LocalDate asOf) {
    platform.vectors().refreshTouched(asOf, platform.store().instant(), done -> {});
  }

  /** A person says that a filed row is somebody else's: a fact is withdrawn, another one comes. */
  private static void decideOne(Platform platform, Random random) {
    List<Case> filed = platform.resolution().cases().list(Status.FILED_AUTOMATICALLY, 50);
    List<Uscc> all = platform.vectors().enterprises();
    if (!filed.isEmpty() && !all.isEmpty()) {
      Case one = filed.get(random.nextInt(filed.size()));
      Uscc other = all.get(random.nextInt(all.size()));
      platform.resolution().decide(one.batch(), one.line(), other, "test", "as it is");
    }
  }
}
