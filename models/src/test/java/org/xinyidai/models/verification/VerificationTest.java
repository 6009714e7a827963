package org.xinyidai.models.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.verification.Turn.Bar;
import org.xinyidai.models.verification.Verification.Compared;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VerificationTest {
  private static final Uscc USCC = new Uscc("91350100M000100Y43");
  private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
  private static final Claim CLAIM = new Claim("张三丰", "上街农商行中心支行", "62220000012345678");
  private static final SmallTransfer TRANSFER = SmallTransfer.due("t-1", 37, 4711);

  @ParameterizedTest
  @CsvSource({"SAME, TRANSFER_DUE", "DIFFERENT, REFUSED", "UNKNOWN, REVIEW"})
  void a_claim_goes_where_its_comparison_leads(Finding finding, State state) {
    assertEquals(state, filed(finding).state());
  }

  @Test
  void names_are_compared_by_what_is_written() {
    assertEquals(Finding.SAME, Finding.of(CLAIM, Optional.of(" 张三丰 ")));
    assertEquals(Finding.DIFFERENT, Finding.of(CLAIM, Optional.of("张三")));
    assertEquals(Finding.UNKNOWN, Finding.of(CLAIM, Optional.of(" ")));
    assertEquals(Finding.UNKNOWN, Finding.of(CLAIM, Optional.empty()));
  }

  @Test
  void who_finds_amount_and_code_in_its_account_is_verified() {
    Verification verified = taken(sent().confirm(37, "004711", AT.plusSeconds(60)));

    assertEquals(State.VERIFIED, verified.state());
    assertEquals(Cause.CONFIRMED, verified.cause());
    barred(Bar.NOT_SENT, verified.confirm(37, "004711", AT));
    barred(
        Bar.ALREADY_VERIFIED,
        Verification.file(verified, USCC, new Compared(CLAIM, Finding.SAME), TRANSFER, AT));
  }

  @ParameterizedTest
  @CsvSource({"37, 004712", "36, 004711", "0, 000000"})
  void the_amount_or_the_code_alone_is_not_enough_and_five_tries_end_it(long fen, String code) {
    Verification held = sent();
    for (int i = 1; i < Verification.MOST_TRIES; i++) {
      held = taken(held.confirm(fen, code, AT));
      assertEquals(State.TRANSFER_SENT, held.state());
      assertEquals(i, held.tries());
    }
    held = taken(held.confirm(fen, code, AT));
    assertEquals(State.REFUSED, held.state());
    assertEquals(Cause.TOO_MANY_TRIES, held.cause());
    barred(Bar.NOT_SENT, held.confirm(37, "004711", AT));
  }

  @Test
  void the_right_entry_comes_too_late_after_ten_days_and_in_time_before() {
    Instant last = AT.plus(Verification.CONFIRM_WITHIN);

    assertEquals(State.VERIFIED, taken(sent().confirm(37, "004711", last)).state());
    Verification late = taken(sent().confirm(37, "004711", last.plusNanos(1)));
    assertEquals(State.REFUSED, late.state());
    assertEquals(Cause.EXPIRED, late.cause());
    assertEquals(State.TRANSFER_SENT, sent().asOf(last).state());
    assertEquals(State.REFUSED, sent().asOf(last.plusNanos(1)).state());
  }

  @Test
  void one_is_filed_at_a_time_and_five_in_all_until_the_office_reopens_it() {
    Verification held = filed(Finding.SAME);
    barred(
        Bar.UNDER_WAY,
        Verification.file(held, USCC, new Compared(CLAIM, Finding.SAME), TRANSFER, AT));

    held = taken(held.failed(AT));
    for (int i = 1; i < Verification.MOST_FILINGS; i++) {
      held = taken(refile(held));
    }
    barred(Bar.TOO_MANY_FILINGS, refile(held));
    held = taken(held.decide(Decision.REOPEN, "已到柜台说明", AT));
    assertEquals(State.REFUSED, held.state());
    assertEquals(1, taken(refile(held)).filings());
  }

  @Test
  void an_expired_one_makes_room_for_another() {
    Instant late = AT.plus(Verification.CONFIRM_WITHIN).plus(Duration.ofDays(1));
    Turn again = Verification.file(sent(), USCC, new Compared(CLAIM, Finding.SAME), TRANSFER, late);

    assertEquals(2, taken(again).filings());
  }

  @Test
  void the_office_decides_with_a_note_or_not_at_all() {
    Verification review = filed(Finding.UNKNOWN);

    barred(Bar.NOTE_MISSING, review.decide(Decision.VERIFY, " ", AT));
    assertEquals(State.TRANSFER_DUE, taken(review.decide(Decision.PROCEED, "电话核对", AT)).state());
    Verification verified = taken(review.decide(Decision.VERIFY, "柜台核对执照", AT));
    assertEquals(State.VERIFIED, verified.state());
    assertEquals("柜台核对执照", verified.note());
    barred(Bar.NOT_IN_REVIEW, verified.decide(Decision.PROCEED, "x", AT));
    barred(Bar.NOT_REFUSED, verified.decide(Decision.REOPEN, "x", AT));
    assertEquals(State.REFUSED, taken(verified.decide(Decision.REFUSE, "法人已变更", AT)).state());
  }

  @Test
  void nothing_is_sent_twice_and_what_came_back_ends_it() {
    barred(Bar.NOT_DUE, sent().sent(AT));
    barred(Bar.NOT_DUE, filed(Finding.UNKNOWN).failed(AT));
    assertEquals(Cause.TRANSFER_FAILED, taken(sent().failed(AT)).cause());
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+张", "-张", "@张", "", "张", "张\t三", "1张三"})
  void a_name_is_a_name_and_no_formula(String text) {
    assertFalse(Claim.isName(text));
    assertFalse(Claim.isBank(text));
  }

  @Test
  void an_account_is_digits() {
    assertTrue(Claim.isAccount("12345678"));
    assertFalse(Claim.isAccount("1234567"));
    assertFalse(Claim.isAccount("1234567a"));
  }

  @Test
  void a_transfer_in_a_log_tells_neither_amount_nor_code() {
    assertEquals("SmallTransfer[t-1]", TRANSFER.toString());
  }

  private static Verification filed(Finding finding) {
    return taken(Verification.file(null, USCC, new Compared(CLAIM, finding), TRANSFER, AT));
  }

  private static Turn refile(Verification held) {
    return Verification.file(held, USCC, new Compared(CLAIM, Finding.DIFFERENT), TRANSFER, AT);
  }

  private static Verification sent() {
    return taken(filed(Finding.SAME).sent(AT));
  }

  private static Verification taken(Turn turn) {
    return assertInstanceOf(Turn.Taken.class, turn).after();
  }

  private static void barred(Bar bar, Turn turn) {
    assertEquals(new Turn.Barred(bar), turn);
  }
}
