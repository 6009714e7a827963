package org.xinyidai.models.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.record.Permit;
import org.xinyidai.models.record.TaxGrade;
import org.xinyidai.models.record.TaxRating;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoryTest {
  private static final Uscc USCC = Uscc.fromStem("91430100MA4L0001");
  private static final Instant MONDAY = Instant.parse("2024-03-04T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2024-03-05T08:00:00Z");

  @Test
  void a_correction_shows_from_the_instant_it_became_known() {
    List<Fact<?>> facts =
        List.of(
            fact(permit("2024-03-01", "first"), "P", 0, MONDAY),
            fact(permit("2024-03-01", "second"), "P", 1, TUESDAY));
    assertEquals("first", only(history(MONDAY, facts)).name());
    assertEquals("second", only(history(TUESDAY, facts)).name());
  }

  @Test
  void a_correction_that_arrives_before_what_it_corrects_still_wins() {
    List<Fact<?>> facts =
        List.of(
            fact(permit("2024-03-01", "second"), "P", 1, MONDAY),
            fact(permit("2024-03-01", "first"), "P", 0, TUESDAY));
    assertEquals("second", only(history(TUESDAY, facts)).name());
  }

  @Test
  void what_became_known_later_is_not_there() {
    List<Fact<?>> facts = List.of(fact(permit("2024-03-01", "first"), "P", 0, TUESDAY));
    assertFalse(history(MONDAY, facts).has(Permit.FEED));
    assertEquals(List.of(), history(MONDAY, facts).of(Permit.FEED));
    assertTrue(history(TUESDAY, facts).has(Permit.FEED));
  }

  @Test
  void records_stand_by_day_and_then_by_identity_whatever_the_order_of_facts() {
    List<Fact<?>> facts =
        List.of(
            fact(permit("2024-03-02", "c"), "A", 0, MONDAY),
            fact(permit("2024-03-01", "b"), "B", 0, MONDAY),
            fact(permit("2024-03-01", "a"), "A", 0, MONDAY));
    List<String> names = history(MONDAY, facts).of(Permit.FEED).stream().map(Permit::name).toList();
    assertEquals(List.of("a", "b", "c"), names);
  }

  @Test
  void the_same_identity_in_another_feed_is_another_fact() {
    TaxRating rating = new TaxRating(USCC, LocalDate.parse("2024-03-01"), 2023, TaxGrade.A);
    List<Fact<?>> facts =
        List.of(
            fact(permit("2024-03-01", "a"), "A", 0, MONDAY),
            new Fact<>(TaxRating.FEED, rating, "A", 0, MONDAY));
    History history = history(MONDAY, facts);
    assertEquals(1, history.of(Permit.FEED).size());
    assertEquals(List.of(rating), history.of(TaxRating.FEED));
  }

  private static Permit only(History history) {
    List<Permit> permits = history.of(Permit.FEED);
    assertEquals(1, permits.size());
    return permits.get(0);
  }

  private static History history(Instant knownAt, List<Fact<?>> facts) {
    return History.knownAt(knownAt, USCC, facts);
  }

  private static Permit permit(String day, String name) {
    return new Permit(USCC, LocalDate.parse(day), "P", name, null);
  }

  private static Fact<Permit> fact(Permit permit, String identity, int version, Instant knownAt) {
    return new Fact<>(Permit.FEED, permit, identity, version, knownAt);
  }
}
