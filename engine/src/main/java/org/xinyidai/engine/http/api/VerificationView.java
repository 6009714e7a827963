package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.verification.VerificationCounts;
import org.xinyidai.engine.verification.VerificationDesk.Due;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.verification.Claim;
import org.xinyidai.models.verification.SmallTransfer;
import org.xinyidai.models.verification.State;
import org.xinyidai.models.verification.Verification;

/**
 * A verification as the API shows it (实名认证); never the amount or the code of its transfer. An
 * enterprise that never filed is {@code registered}.
 *
 * @param accountNumber its last four digits
 * @param triesLeft null where nothing waits to be entered
 * @param confirmBy the last instant for it, null likewise
 * @param reason null where nothing is to say
 * @param note of the office, null where it said nothing
 */
record VerificationView(
    String uscc,
    String state,
    String stateZh,
    @Nullable String legalRepresentative,
    @Nullable String bank,
    @Nullable String accountNumber,
    @Nullable Integer triesLeft,
    @Nullable Instant confirmBy,
    @Nullable Instant changedAt,
    @Nullable TextView reason,
    @Nullable String note) {
  private static final int SHOWN_DIGITS = 4;

  /** A claim as an enterprise files it. */
  record ClaimToPost(
      @Nullable String legalRepresentative,
      @Nullable String bank,
      @Nullable String accountNumber) {}

  /** What the enterprise found in its account. */
  record EntryToPost(@Nullable Long amountFen, @Nullable String code) {}

  /** What became of a transfer: {@code sent} or {@code failed}. */
  record ResultToPost(@Nullable String result) {}

  record DecisionToPost(@Nullable String decision, @Nullable String note) {}

  /** A transfer to be made; {@code code} goes into its remark. */
  record TransferView(
      String id,
      String uscc,
      String payee,
      String bank,
      String accountNumber,
      long amountFen,
      String code) {
    static TransferView of(Due due) {
      return new TransferView(
          due.transfer().id(),
          due.uscc().value(),
          due.payee(),
          due.bank(),
          due.accountNumber(),
          due.transfer().amountFen(),
          due.transfer().code());
    }
  }

  /** Survivors of one kind and those of them that are verified. */
  record KindView(long surviving, long verified) {}

  record CountsView(
      long registered,
      long verified,
      long surviving,
      long verifiedSurviving,
      Map<String, KindView> kinds) {
    static CountsView of(VerificationCounts counts) {
      Map<String, KindView> kinds = new TreeMap<>();
      counts
          .kinds()
          .forEach(
              (kind, of) ->
                  kinds.put(
                      kind.name().toLowerCase(Locale.ROOT),
                      new KindView(of.surviving(), of.verified())));
      return new CountsView(
          counts.registered(),
          counts.verified(),
          counts.surviving(),
          counts.verifiedSurviving(),
          kinds);
    }
  }

  static VerificationView registered(Uscc uscc) {
    return new VerificationView(
        uscc.value(), "registered", "已注册", null, null, null, null, null, null, null, null);
  }

  static VerificationView of(Verification one) {
    Claim claim = one.claim();
    SmallTransfer transfer = one.transfer();
    Instant sent = transfer == null ? null : transfer.sentAt();
    boolean waits = one.state() == State.TRANSFER_SENT && sent != null;
    return new VerificationView(
        one.uscc().value(),
        one.state().id(),
        one.state().titleZh(),
        claim == null ? null : claim.legalRepresentative(),
        claim == null ? null : claim.bank(),
        claim == null ? null : lastDigits(claim.accountNumber()),
        waits ? Verification.MOST_TRIES - one.tries() : null,
        waits && sent != null ? sent.plus(Verification.CONFIRM_WITHIN) : null,
        one.changedAt(),
        one.cause().zh().isEmpty() ? null : new TextView(one.cause().zh(), one.cause().en()),
        one.note().isEmpty() ? null : one.note());
  }

  private static String lastDigits(String number) {
    return "*" + number.substring(number.length() - SHOWN_DIGITS);
  }
}
