package org.xinyidai.models.verification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.verification.Turn.Bar;
import org.xinyidai.models.verification.Turn.Barred;
import org.xinyidai.models.verification.Turn.Taken;

/**
 * The verification of one enterprise (企业实名认证, A2): claim, comparison with the register, small
 * transfer, confirmation. Immutable; each event gives the one after it, or says why it cannot be.
 *
 * @param claim null where the office verified without one
 * @param transfer null likewise
 * @param tries wrong entries since the transfer was made
 * @param filings claims filed, since the office last reopened it
 * @param note of the office, empty where it said nothing
 */
public record Verification(
    Uscc uscc,
    State state,
    @Nullable Claim claim,
    @Nullable SmallTransfer transfer,
    int tries,
    int filings,
    Instant changedAt,
    Cause cause,
    String note) {
  /** One amount of 99 with one code of a million: five tries guess nothing. */
  public static final int MOST_TRIES = 5;

  /** A transfer takes a working day, the longest holidays eight days. */
  public static final Duration CONFIRM_WITHIN = Duration.ofDays(10);

  /** Each filing may cost the office a transfer. */
  public static final int MOST_FILINGS = 5;

  /**
   * Files a claim.
   *
   * @param before null where the enterprise never filed
   * @param fresh a transfer that nobody but the office has seen
   */
  public static Turn file(
      @Nullable Verification before,
      Uscc uscc,
      Compared compared,
      SmallTransfer fresh,
      Instant at) {
    if (before != null) {
      Verification held = before.asOf(at);
      if (held.state.isRunning()) {
        return new Barred(Bar.UNDER_WAY);
      }
      if (held.state == State.VERIFIED) {
        return new Barred(Bar.ALREADY_VERIFIED);
      }
      if (held.filings >= MOST_FILINGS) {
        return new Barred(Bar.TOO_MANY_FILINGS);
      }
    }
    State state =
        switch (compared.finding()) {
          case SAME -> State.TRANSFER_DUE;
          case DIFFERENT -> State.REFUSED;
          case UNKNOWN -> State.REVIEW;
        };
    Cause cause =
        switch (compared.finding()) {
          case SAME -> Cause.NONE;
          case DIFFERENT -> Cause.NAME_DIFFERS;
          case UNKNOWN -> Cause.NAME_UNKNOWN;
        };
    int filings = before == null ? 1 : before.filings + 1;
    return new Taken(
        new Verification(uscc, state, compared.claim(), fresh, 0, filings, at, cause, ""));
  }

  /** A claim with what comparing it gave. */
  public record Compared(Claim claim, Finding finding) {}

  /** Verified by the office without a claim, such as at its counter. */
  public static Verification atCounter(Uscc uscc, String note, Instant at) {
    return new Verification(uscc, State.VERIFIED, null, null, 0, 0, at, Cause.OFFICE, note.strip());
  }

  /** As it stands at a moment: what was not confirmed in time has expired. */
  public Verification asOf(Instant at) {
    Instant sent = transfer == null ? null : transfer.sentAt();
    boolean late =
        state == State.TRANSFER_SENT && sent != null && at.isAfter(sent.plus(CONFIRM_WITHIN));
    return late ? to(State.REFUSED, Cause.EXPIRED, at) : this;
  }

  /** The transfer was made. */
  public Turn sent(Instant at) {
    if (state != State.TRANSFER_DUE || transfer == null) {
      return new Barred(Bar.NOT_DUE);
    }
    return new Taken(
        new Verification(
            uscc, State.TRANSFER_SENT, claim, transfer.sent(at), 0, filings, at, Cause.NONE, note));
  }

  /** The bank could not make the transfer, or it came back. */
  public Turn failed(Instant at) {
    if (state != State.TRANSFER_DUE && state != State.TRANSFER_SENT) {
      return new Barred(Bar.NOT_DUE);
    }
    return new Taken(to(State.REFUSED, Cause.TRANSFER_FAILED, at));
  }

  /** The enterprise enters what it found in its account; what is wrong is counted. */
  public Turn confirm(long amountFen, String code, Instant at) {
    Verification held = asOf(at);
    if (state != State.TRANSFER_SENT || transfer == null) {
      return new Barred(Bar.NOT_SENT);
    }
    if (held.state == State.REFUSED) {
      return new Taken(held);
    }
    if (transfer.is(amountFen, code)) {
      return new Taken(to(State.VERIFIED, Cause.CONFIRMED, at));
    }
    boolean last = tries + 1 >= MOST_TRIES;
    return new Taken(
        new Verification(
            uscc,
            last ? State.REFUSED : State.TRANSFER_SENT,
            claim,
            transfer,
            tries + 1,
            filings,
            last ? at : changedAt,
            last ? Cause.TOO_MANY_TRIES : Cause.NONE,
            note));
  }

  /** The office decides; no second person is needed, the note and the audit tell who and why. */
  public Turn decide(Decision decision, String words, Instant at) {
    if (words.isBlank()) {
      return new Barred(Bar.NOTE_MISSING);
    }
    return switch (decision) {
      case VERIFY ->
          state == State.VERIFIED
              ? new Barred(Bar.ALREADY_VERIFIED)
              : new Taken(decided(State.VERIFIED, filings, words, at));
      case REFUSE -> new Taken(decided(State.REFUSED, filings, words, at));
      case PROCEED ->
          state == State.REVIEW
              ? new Taken(decided(State.TRANSFER_DUE, filings, words, at))
              : new Barred(Bar.NOT_IN_REVIEW);
      case REOPEN ->
          asOf(at).state == State.REFUSED
              ? new Taken(decided(State.REFUSED, 0, words, at))
              : new Barred(Bar.NOT_REFUSED);
    };
  }

  private Verification decided(State to, int count, String words, Instant at) {
    return new Verification(
        uscc, to, claim, transfer, tries, count, at, Cause.OFFICE, words.strip());
  }

  private Verification to(State to, Cause why, Instant at) {
    return new Verification(uscc, to, claim, transfer, tries, filings, at, why, note);
  }
}
