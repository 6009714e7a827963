package org.xinyidai.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.record.Validated.Reason;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveryTest {
  private static final Trouble MUCH = new Trouble(0.02, 0.05, 0.05, 0.05, 0.05, 0.3, 0.05);
  private static List<Delivery> deliveries;
  private static Tally expected;
  private static Intake intake;

  @BeforeAll
  static void take_a_troubled_city_in() throws IOException {
    SimulatedCity city = SimulatedCity.of(7, 150, YearMonth.of(2023, 7), 24).with(MUCH);
    deliveries = city.deliveries().toList();
    expected = deliveries.stream().map(Delivery::tally).reduce(Tally.NOTHING, Tally::plus);
    intake = Intake.ofAll(deliveries);
  }

  @Test
  void what_is_read_is_what_was_put_in_to_the_last_row() {
    assertEquals(expected.rows(), intake.rows);
    assertEquals(expected.accepted(), intake.accepted);
    assertEquals(expected.repeated(), intake.repeated);
    assertEquals(intake.rows, intake.accepted + intake.repeated + expected.rejectedRows());
  }

  @Test
  void every_refusal_has_the_reason_it_was_made_for() {
    assertEquals(expected.rejected(), intake.rejected);
  }

  @Test
  void every_reason_of_refusal_occurs() {
    assertEquals(Set.of(Reason.values()), intake.rejected.keySet());
  }

  @Test
  void every_feed_delivers() {
    Set<String> silent = new TreeSet<>();
    for (Feed<?> feed : Feeds.ALL) {
      if (!intake.acceptedByFeed.containsKey(feed)) {
        silent.add(feed.id());
      }
    }
    assertEquals(Set.of(), silent);
  }

  @Test
  void rows_come_late_and_are_corrected() {
    assertTrue(expected.late() > expected.rows() * 0.03, "late " + expected.late());
    assertTrue(expected.corrected() > expected.rows() * 0.03, "corrected " + expected.corrected());
  }

  @Test
  void a_city_without_trouble_is_accepted_whole() throws IOException {
    SimulatedCity city = SimulatedCity.of(7, 100, YearMonth.of(2023, 7), 12).with(Trouble.NONE);
    Intake clean = Intake.ofAll(city.deliveries().toList());
    assertEquals(clean.rows, clean.accepted);
  }

  @Test
  void files_differ_in_form_and_say_that_they_are_simulated() {
    assertTrue(deliveries.stream().allMatch(d -> d.fileName().startsWith("simulated-")));
    assertEquals(
        Set.of("csv", "csv.gz", "ndjson"),
        deliveries.stream()
            .map(d -> d.fileName().substring(d.fileName().indexOf('.') + 1))
            .collect(Collectors.toSet()));
  }
}
