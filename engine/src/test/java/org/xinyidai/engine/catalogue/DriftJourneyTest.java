package org.xinyidai.engine.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.connectors.feed.RawRecord;
import org.xinyidai.engine.ingest.Refiling;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.simulation.Delivery;
import org.xinyidai.engine.simulation.SimulatedCity;
import org.xinyidai.engine.simulation.Trouble;
import org.xinyidai.engine.simulation.life.District;
import org.xinyidai.engine.store.NewFact;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.distribution.DriftReport;
import org.xinyidai.models.distribution.Episode;
import org.xinyidai.models.distribution.FeatureStatus;
import org.xinyidai.models.distribution.Movement;
import org.xinyidai.models.distribution.Movement.Part;
import org.xinyidai.models.distribution.Population;
import org.xinyidai.models.distribution.Stability.Level;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.record.Validated.Accepted;

/**
 * A simulated city in which one district's electricity is reported in watt-hours for one month: the
 * report says which feed, which district and since when, and accuses nobody else.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DriftJourneyTest {
  private static final YearMonth FIRST = YearMonth.of(2022, 3);
  private static final int MONTHS = 29;
  private static final YearMonth BROKEN = YearMonth.of(2024, 5);
  private static final YearMonth BASE_FROM = YearMonth.of(2024, 1);
  private static final YearMonth BASE_UNTIL = YearMonth.of(2024, 3);
  private static final String DISTRICT = District.NORTH_HILL.code();
  private static final Instant KNOWN = Instant.parse("2024-09-01T00:00:00Z");
  private static final Set<Feed<?>> FEEDS =
      Set.of(MarketRegistration.FEED, UtilityBill.ELECTRICITY, UtilityBill.WATER);

  @TempDir static Path folder;
  private static Store store;
  private static Catalogue catalogue;

  @BeforeAll
  static void a_district_is_broken_for_a_month() throws IOException {
    store = Store.open(folder.resolve("state"), StoreOptions.small());
    SimulatedCity city = SimulatedCity.of(11, 1_200, FIRST, MONTHS).with(Trouble.NONE);
    for (int month = 0; month < MONTHS; month++) {
      YearMonth now = FIRST.plusMonths(month);
      for (Delivery delivery : city.deliveries(now).toList()) {
        if (FEEDS.contains(delivery.feed())) {
          take(delivery, now.equals(BROKEN) && delivery.feed().equals(UtilityBill.ELECTRICITY));
        }
      }
    }
    catalogue = new Catalogue(store, new Vectors(store, FeatureCatalogue.CURRENT));
    for (YearMonth month = BASE_FROM;
        !month.isAfter(FIRST.plusMonths(MONTHS - 1));
        month = month.plusMonths(1)) {
      catalogue.take(month.atEndOfMonth(), KNOWN, done -> {});
    }
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void the_report_names_feed_district_and_month_and_nothing_else() {
    DriftReport report = report();
    assertEquals(1, report.episodes().size(), report.episodes().toString());
    Episode episode = report.episodes().get(0);
    assertEquals(List.of("electricity"), episode.feeds());
    assertEquals(DISTRICT, episode.district());
    assertEquals(BROKEN, episode.since());
    assertTrue(episode.features().contains("electricity_usage_kwh_1m"), episode.toString());
  }

  @Test
  void the_months_before_the_break_are_quiet() {
    for (Movement movement : report().movements()) {
      if (YearMonth.from(movement.asOf()).isBefore(BROKEN)) {
        assertTrue(movement.moved().isEmpty(), movement.toString());
      }
    }
  }

  @Test
  void contributions_of_districts_sum_to_the_drift_of_the_city() {
    for (Movement movement : report().movements()) {
      double sum = movement.parts().stream().mapToDouble(Part::contribution).sum();
      assertEquals(movement.stability(), sum, 1e-9);
    }
  }

  @Test
  void most_of_the_drift_is_told_to_come_from_the_broken_district() {
    int usage = FeatureCatalogue.CURRENT.position("electricity_usage_kwh_1m").orElseThrow();
    Movement movement =
        report().movements().stream()
            .filter(moved -> moved.feature() == usage)
            .filter(moved -> moved.asOf().equals(BROKEN.atEndOfMonth()))
            .findFirst()
            .orElseThrow();
    Part part = movement.moved().get(0);
    assertEquals(DISTRICT, part.district());
    assertTrue(part.contribution() > movement.stability() / 2, movement.toString());
  }

  @Test
  void the_catalogue_shows_the_city_less_stable_in_the_broken_month() {
    double before = stability("electricity_usage_kwh_1m", BROKEN.minusMonths(1));
    double broken = stability("electricity_usage_kwh_1m", BROKEN);
    assertTrue(broken > 2 * before, before + " then " + broken);
    assertTrue(stability("water_arrears_count_12m", BROKEN) < Level.WATCH.from());
  }

  private static double stability(String feature, YearMonth month) {
    Population now = catalogue.find(Optional.of(month.atEndOfMonth())).orElseThrow();
    Optional<Population> base = catalogue.find(Optional.of(BASE_UNTIL.atEndOfMonth()));
    FeatureStatus status =
        FeatureStatus.of(now, base, now.schema().position(feature).orElseThrow());
    assertTrue(status.distribution().coverage() > 0, feature);
    assertEquals(0, status.distribution().oldestAgeDays(now.asOf()));
    return status.stability().orElseThrow();
  }

  private static DriftReport report() {
    return catalogue.drift(BASE_FROM.atDay(1), BASE_UNTIL.atEndOfMonth()).orElseThrow();
  }

  private static void take(Delivery delivery, boolean broken) throws IOException {
    Feed<?> feed = delivery.feed();
    LocalDate receivedOn = LocalDate.ofInstant(delivery.knownAt(), ZoneOffset.ofHours(8));
    Format format = Format.ofFileName(delivery.fileName()).orElseThrow();
    List<NewFact> facts = new ArrayList<>();
    try (FeedReader reader =
        FeedReader.open(feed, new ByteArrayInputStream(delivery.bytes()), format)) {
      while (reader.next()) {
        Row row = row(feed, reader.current(), receivedOn, broken);
        facts.add(NewFact.of(store.shards(), feed, row));
      }
    }
    facts.sort(NewFact.KEY_ORDER);
    store.execute(
        changes -> {
          facts.forEach(fact -> fact.take(changes, delivery.knownAt()));
          return facts.size();
        });
  }

  /** The row, in the broken district with a thousand times its electricity. */
  private static Row row(Feed<?> feed, RawRecord record, LocalDate receivedOn, boolean broken) {
    Row row = ((Accepted<Row>) record.validate(feed, receivedOn)).value();
    if (!broken || !row.text(0).substring(2, 8).equals(DISTRICT)) {
      return row;
    }
    int quantity = 0;
    while (!feed.columns().get(quantity).name().equals("quantity")) {
      quantity++;
    }
    String wattHours = Long.toString(row.number(quantity));
    return ((Accepted<Row>)
            Refiling.validate(
                feed, Refiling.with(feed, record.named(), quantity, wattHours), receivedOn))
        .value();
  }
}
