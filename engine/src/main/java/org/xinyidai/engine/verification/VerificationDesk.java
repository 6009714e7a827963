package org.xinyidai.engine.verification;

import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.identity.RandomId;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.serving.Register;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.verification.Claim;
import org.xinyidai.models.verification.Decision;
import org.xinyidai.models.verification.Finding;
import org.xinyidai.models.verification.SmallTransfer;
import org.xinyidai.models.verification.State;
import org.xinyidai.models.verification.Turn;
import org.xinyidai.models.verification.Verification;
import org.xinyidai.models.verification.Verification.Compared;

/**
 * Verifies enterprises (实名认证办理台): every event is decided by the rules of {@code
 * models.verification} and is one write with its audit entry and the notice to the enterprise.
 */
public final class VerificationDesk {
  private static final int ID_BYTES = 8;

  private final Verifications verifications;
  private final Verifier verifier;
  private final Register register;
  private final Notices notices;
  private final SecureRandom random;

  /** Compares with the platform's own register; those who listen hear at their next look. */
  public VerificationDesk(Store store, SecureRandom random) {
    this(store, new Notices(store), random);
  }

  /** The same, where those who listen hear at once. */
  public VerificationDesk(Store store, Notices notices, SecureRandom random) {
    this(store, ofRegister(new Register(store)), notices, random);
  }

  /** Asks another verifier. */
  public VerificationDesk(Store store, Verifier verifier, Notices notices, SecureRandom random) {
    this.verifications = new Verifications(store);
    this.verifier = verifier;
    this.register = new Register(store);
    this.notices = notices;
    this.random = random;
  }

  /** The verifier that needs no service: the legal representative of the market register. */
  public static Verifier ofRegister(Register register) {
    return (uscc, claim) -> Finding.of(claim, register.legalRepresentative(uscc));
  }

  /** A transfer that the office has to make: to whom, how much, with which code. */
  public record Due(
      SmallTransfer transfer, Uscc uscc, String payee, String bank, String accountNumber) {}

  /** All verifications. */
  public Verifications verifications() {
    return verifications;
  }

  /** Compares a claim; may take long, and is asked before {@link #file}. */
  public Compared compare(Uscc uscc, Claim claim) {
    return new Compared(claim, verifier.check(uscc, claim));
  }

  /** Files a claim as a part of a larger change. */
  public Turn file(Changes changes, Uscc uscc, Compared compared) {
    SmallTransfer fresh =
        SmallTransfer.due(
            "t-" + RandomId.digits(random, ID_BYTES),
            1 + random.nextInt(SmallTransfer.MOST_FEN),
            random.nextInt(SmallTransfer.CODES));
    @Nullable Verification before = verifications.find(changes, uscc).orElse(null);
    return kept(changes, Verification.file(before, uscc, compared, fresh, changes.instant()));
  }

  /** What the enterprise found in its account; a wrong entry is kept as one. */
  public Optional<Turn> confirm(Changes changes, Uscc uscc, long amountFen, String code) {
    return verifications
        .find(changes, uscc)
        .map(held -> kept(changes, held.confirm(amountFen, code, changes.instant())));
  }

  /** The transfer was made, or could not be. */
  public Optional<Turn> transferred(Changes changes, Uscc uscc, boolean made) {
    return verifications
        .find(changes, uscc)
        .map(
            held ->
                told(
                    changes, made ? held.sent(changes.instant()) : held.failed(changes.instant())));
  }

  /** The office decides; an enterprise that never filed can be verified at the counter. */
  public Optional<Turn> decide(Changes changes, Uscc uscc, Decision decision, String note) {
    Optional<Verification> held = verifications.find(changes, uscc);
    if (held.isEmpty() && decision == Decision.VERIFY && !note.isBlank()) {
      Verification fresh = Verification.atCounter(uscc, note, changes.instant());
      return Optional.of(told(changes, new Turn.Taken(fresh)));
    }
    return held.map(one -> told(changes, one.decide(decision, note, changes.instant())));
  }

  /** The transfer of one verification; empty where none is to be made. */
  public Optional<Due> due(Verification one) {
    Claim claim = one.claim();
    SmallTransfer transfer = one.transfer();
    return claim == null || transfer == null || one.state() != State.TRANSFER_DUE
        ? Optional.empty()
        : Optional.of(
            new Due(
                transfer,
                one.uscc(),
                register.nameOf(one.uscc()),
                claim.bank(),
                claim.accountNumber()));
  }

  private Turn kept(Changes changes, Turn turn) {
    if (turn instanceof Turn.Taken taken) {
      verifications.put(changes, taken.after());
    }
    return turn;
  }

  /** Kept, and the enterprise is told what others did. */
  private Turn told(Changes changes, Turn turn) {
    if (turn instanceof Turn.Taken taken) {
      Verification after = taken.after();
      String why = after.note().isEmpty() ? after.cause().zh() : after.note();
      notices.put(
          changes,
          new Notice(
              after.uscc().value(),
              Notice.Kind.VERIFICATION,
              changes.instant(),
              after.state().id(),
              "",
              new Notice.Words(
                  "实名认证：" + after.state().titleZh() + (why.isEmpty() ? "" : "。" + why),
                  "Verification: " + after.state().id() + ". " + after.cause().en())));
    }
    return kept(changes, turn);
  }
}
