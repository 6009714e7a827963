package org.xinyidai.models.financing.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.calendar.HolidayNotice;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.financing.application.Actor;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.subject.Uscc;

/** Who may say what of a claim, and by when. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClaimFlowTest {
  /** A Friday; five working days later is the Friday after. */
  private static final LocalDate FILED = LocalDate.of(2024, 3, 1);

  private static final WorkingCalendar CALENDAR =
      WorkingCalendar.of(List.of(new HolidayNotice(2024, "test", List.of(), List.of())));

  @ParameterizedTest
  @CsvSource({
    "FILED, OBJECT, ENTERPRISE, 2024-03-08, 理由, true",
    "FILED, OBJECT, ENTERPRISE, 2024-03-09, 理由, false",
    "FILED, OBJECT, ENTERPRISE, 2024-03-08, '', false",
    "FILED, OBJECT, LENDER, 2024-03-04, 理由, false",
    "FILED, CONFIRM, OFFICE, 2024-03-08, '', false",
    "FILED, CONFIRM, OFFICE, 2024-03-09, '', true",
    "AGREED, CONFIRM, OFFICE, 2024-03-04, '', true",
    "OBJECTED, CONFIRM, OFFICE, 2024-03-20, '', false",
    "OBJECTED, CONFIRM, OFFICE, 2024-03-04, 理由, true",
    "OBJECTED, AGREE, ENTERPRISE, 2024-03-20, '', true",
    "FILED, REFUSE, OFFICE, 2024-03-04, '', false",
    "FILED, REFUSE, OFFICE, 2024-03-04, 理由, true",
    "CONFIRMED, REFUSE, OFFICE, 2024-03-20, 理由, false",
    "CONFIRMED, WITHDRAW, LENDER, 2024-03-20, '', false",
    "FILED, WITHDRAW, LENDER, 2024-03-04, '', true",
  })
  void a_step_is_taken_by_its_party_in_its_time_and_with_its_reason(
      ClaimState state, ClaimStepKind kind, Party party, LocalDate day, String note, boolean may) {
    LoanClaim claim = claim(state, true);
    ClaimFlow.Wish wish = wish(kind, party, day, note);
    Optional<Text> obstacle = ClaimFlow.obstacle(claim, wish, CALENDAR);
    assertEquals(may, obstacle.isEmpty(), obstacle.toString());
    if (may) {
      assertEquals(kind.to(), ClaimFlow.take(claim, wish).state());
    }
  }

  @Test
  void nothing_is_confirmed_without_evidence() {
    ClaimFlow.Wish wish = wish(ClaimStepKind.CONFIRM, Party.OFFICE, FILED, "");
    assertTrue(ClaimFlow.obstacle(claim(ClaimState.AGREED, false), wish, CALENDAR).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-01, 2024-03-01, true",
    "2024-03-02, 2024-03-01, false",
    "2023-09-03, 2024-03-01, true",
    "2023-09-02, 2024-03-01, false",
  })
  void a_demand_counts_within_its_window_alone(LocalDate posted, LocalDate granted, boolean in) {
    assertEquals(in, ClaimProof.isWithin(posted, granted));
  }

  @Test
  void a_loan_that_cannot_be_names_its_field() {
    assertEquals(Optional.empty(), loan(100, 100L).fault(FILED));
    assertEquals(Optional.of("amountFen"), loan(0, null).fault(FILED));
    assertEquals(Optional.of("balanceFen"), loan(100, 101L).fault(FILED));
    assertEquals(Optional.of("grantedOn"), loan(100, null).fault(FILED.minusDays(1)));
    assertFalse(ClaimState.CONFIRMED.isOpen());
  }

  private static ClaimFlow.Wish wish(ClaimStepKind kind, Party party, LocalDate day, String note) {
    return new ClaimFlow.Wish(
        kind,
        new Actor(party, party.titleZh()),
        note,
        day.atTime(2, 0).toInstant(ZoneOffset.UTC),
        day);
  }

  private static LoanClaim claim(ClaimState state, boolean proved) {
    List<LoanClaim.Evidence> files =
        proved
            ? List.of(new LoanClaim.Evidence(1, "a.pdf", "application/pdf", 1, "00"))
            : List.of();
    return new LoanClaim(
        "k-1",
        "甲银行",
        new Uscc("91350100M000100Y43"),
        "350100",
        loan(100, null),
        new ClaimProof("d-1", FILED, List.of("loan")),
        state,
        FILED,
        FILED.atTime(2, 0).toInstant(ZoneOffset.UTC),
        files,
        List.of());
  }

  private static ClaimedLoan loan(long amountFen, @Nullable Long balanceFen) {
    return new ClaimedLoan(
        "C-1",
        FILED,
        FILED.plusYears(1),
        amountFen,
        385,
        12,
        SecurityMode.CREDIT,
        true,
        null,
        balanceFen);
  }
}
