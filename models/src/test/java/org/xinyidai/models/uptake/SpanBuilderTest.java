package org.xinyidai.models.uptake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.record.CreditListKind;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.ListingAction;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.RegistrationChange;
import org.xinyidai.models.record.TaxGrade;
import org.xinyidai.models.record.TaxRating;
import org.xinyidai.models.subject.SubjectType;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpanBuilderTest {
  private static final Uscc WORKSHOP = new Uscc("91350100M000100Y43");
  private static final LocalDate FOUNDED = LocalDate.of(2020, 3, 5);

  @Test
  void a_subject_counts_from_its_founding_to_its_end_and_not_a_day_longer() {
    SubjectTable table =
        table(
            history(
                List.of(
                    entry(FOUNDED.plusDays(30), EnterpriseStatus.ACTIVE),
                    entry(day(2023, 5, 1), EnterpriseStatus.ABNORMAL),
                    entry(day(2024, 2, 1), EnterpriseStatus.DEREGISTERED)),
                List.of(),
                List.of(),
                null,
                List.of()));

    assertEquals(0, count(table, SubjectFigure.SURVIVING_ENTERPRISES, FOUNDED.minusDays(1)));
    assertEquals(1, count(table, SubjectFigure.SURVIVING_ENTERPRISES, FOUNDED));
    assertEquals(1, count(table, SubjectFigure.SURVIVING_ENTERPRISES, day(2024, 1, 31)));
    assertEquals(0, count(table, SubjectFigure.SURVIVING_ENTERPRISES, day(2024, 2, 1)));
  }

  @Test
  void who_is_verified_and_no_longer_verified_counts_between_the_two_days() {
    SubjectTable table =
        table(
            history(
                List.of(entry(FOUNDED, EnterpriseStatus.ACTIVE)),
                List.of(),
                List.of(),
                day(2023, 1, 10),
                List.of(
                    new SubjectHistory.Turn(day(2023, 1, 12), true),
                    new SubjectHistory.Turn(day(2023, 6, 1), false))));

    assertEquals(0, count(table, SubjectFigure.REGISTERED_ENTERPRISES, day(2023, 1, 9)));
    assertEquals(1, count(table, SubjectFigure.REGISTERED_ENTERPRISES, day(2023, 1, 10)));
    assertEquals(0, count(table, SubjectFigure.VERIFIED_SUBJECTS, day(2023, 1, 11)));
    assertEquals(1, count(table, SubjectFigure.VERIFIED_SUBJECTS, day(2023, 5, 31)));
    assertEquals(0, count(table, SubjectFigure.VERIFIED_SUBJECTS, day(2023, 6, 1)));
  }

  @Test
  void the_rating_published_last_decides() {
    SubjectTable table =
        table(
            history(
                List.of(entry(FOUNDED, EnterpriseStatus.ACTIVE)),
                List.of(
                    new TaxRating(WORKSHOP, day(2022, 4, 20), 2021, TaxGrade.A),
                    new TaxRating(WORKSHOP, day(2023, 4, 20), 2022, TaxGrade.B)),
                List.of(),
                null,
                List.of()));

    assertEquals(0, count(table, SubjectFigure.RATED_TAXPAYERS, day(2022, 4, 19)));
    assertEquals(1, count(table, SubjectFigure.A_RATED_TAXPAYERS, day(2023, 4, 19)));
    assertEquals(0, count(table, SubjectFigure.A_RATED_TAXPAYERS, day(2023, 4, 20)));
    assertEquals(1, count(table, SubjectFigure.RATED_TAXPAYERS, day(2023, 4, 20)));
  }

  @Test
  void the_bankrupt_leave_the_list_and_the_count_while_the_revoked_stay_on_both() {
    Listing serious =
        new Listing(
            WORKSHOP,
            day(2022, 1, 1),
            CreditListKind.SERIOUSLY_DISHONEST,
            ListingAction.ENTERED,
            "1号",
            "法",
            "局");
    SubjectTable revoked =
        table(
            history(
                List.of(
                    entry(FOUNDED, EnterpriseStatus.ACTIVE),
                    entry(day(2023, 1, 1), EnterpriseStatus.REVOKED)),
                List.of(),
                List.of(serious),
                null,
                List.of()));
    SubjectTable bankrupt =
        table(
            history(
                List.of(
                    entry(FOUNDED, EnterpriseStatus.ACTIVE),
                    entry(day(2023, 1, 1), EnterpriseStatus.BANKRUPT)),
                List.of(),
                List.of(serious),
                null,
                List.of()));

    assertEquals(1, count(bankrupt, SubjectFigure.SERIOUSLY_DISHONEST, day(2022, 12, 31)));
    assertEquals(0, count(bankrupt, SubjectFigure.SERIOUSLY_DISHONEST, day(2023, 1, 1)));
    assertEquals(0, count(bankrupt, SubjectFigure.MARKET_SUBJECTS, day(2023, 1, 1)));
    assertEquals(1, count(revoked, SubjectFigure.SERIOUSLY_DISHONEST, day(2023, 1, 1)));
  }

  @Test
  void without_an_entry_of_the_register_there_is_nothing_to_count() {
    SubjectHistory unknown = history(List.of(), List.of(), List.of(), FOUNDED, List.of());
    assertTrue(new SpanBuilder().spans(unknown).isEmpty());
  }

  private static SubjectTable table(SubjectHistory history) {
    SubjectTable table = new SubjectTable();
    table.put(WORKSHOP, new SpanBuilder().spans(history));
    return table;
  }

  private static long count(SubjectTable table, SubjectFigure figure, LocalDate day) {
    return table.cube(day).count(figure, "3501");
  }

  private static SubjectHistory history(
      List<MarketRegistration> entries,
      List<TaxRating> ratings,
      List<Listing> listings,
      @Nullable LocalDate registered,
      List<SubjectHistory.Turn> verified) {
    return new SubjectHistory(entries, ratings, listings, null, registered, verified, null, null);
  }

  private static MarketRegistration entry(LocalDate on, EnterpriseStatus status) {
    return new MarketRegistration(
        WORKSHOP,
        on,
        RegistrationChange.ALL.get(0),
        "示例公司",
        FOUNDED,
        status,
        "C2110",
        "350104",
        SubjectType.FIRM,
        null,
        null,
        null,
        null);
  }

  private static LocalDate day(int year, int month, int dayOfMonth) {
    return LocalDate.of(year, month, dayOfMonth);
  }
}
