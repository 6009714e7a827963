package org.xinyidai.models.dispute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.record.CreditListKind;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.ListingAction;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.PenaltyKind;
import org.xinyidai.models.record.PenaltySeverity;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdverseRecordsTest {
  private static final Uscc USCC = new Uscc("91350100M000100Y43");
  private static final LocalDate DECIDED = LocalDate.of(2024, 3, 5);

  @ParameterizedTest
  @CsvSource({
    "MINOR, 2024-06-05, true",
    "MINOR, 2024-06-06, false",
    "GENERAL, 2025-03-05, true",
    "GENERAL, 2025-03-06, false",
    "SERIOUS, 2027-03-05, true",
    "SERIOUS, 2027-03-06, false",
    "SERIOUS, 2024-03-04, false"
  })
  void a_penalty_counts_for_its_longest_term_of_publication(
      PenaltySeverity severity, LocalDate day, boolean counts) {
    assertEquals(counts, new AdverseRecords(List.of(), day).count(penalty(severity, null)));
  }

  @Test
  void a_repaired_penalty_counts_no_more() {
    assertFalse(
        new AdverseRecords(List.of(), DECIDED).count(penalty(PenaltySeverity.SERIOUS, DECIDED)));
  }

  @Test
  void a_listing_counts_until_the_exit_that_names_it_and_a_red_list_never() {
    Listing entered = listing(CreditListKind.BLACK, ListingAction.ENTERED, DECIDED, "7");
    Listing other = listing(CreditListKind.BLACK, ListingAction.ENTERED, DECIDED, "8");
    LocalDate exit = DECIDED.plusDays(90);
    List<Listing> known =
        List.of(entered, other, listing(CreditListKind.BLACK, ListingAction.REPAIRED, exit, "7"));

    assertTrue(new AdverseRecords(known, exit.minusDays(1)).count(entered));
    assertFalse(new AdverseRecords(known, exit).count(entered));
    assertTrue(new AdverseRecords(known, exit).count(other));
    assertFalse(
        new AdverseRecords(known, exit)
            .count(listing(CreditListKind.RED, ListingAction.ENTERED, DECIDED, "9")));
  }

  private static Penalty penalty(PenaltySeverity severity, @Nullable LocalDate repairedOn) {
    return new Penalty(
        USCC, DECIDED, "榕罚7", PenaltyKind.FINE, severity, "产品质量法第四十九条", 500_000, repairedOn);
  }

  private static Listing listing(
      CreditListKind list, ListingAction action, LocalDate day, String document) {
    return new Listing(USCC, day, list, action, document, "某条例第十条", "某局");
  }
}
