package org.xinyidai.engine.verification;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.serving.Register;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.subject.SubjectType;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.verification.State;

/**
 * How many enterprises are registered here, verified, and there at all (注册、实名、存续), of one instant.
 * Requirements A2 to A4.
 *
 * @param registered organisations with an enterprise's account, or that filed
 * @param verified verified now, whether they survive or not
 * @param kinds by kind, of those that the register has and that survive
 */
public record VerificationCounts(long registered, long verified, Map<SubjectType, Kind> kinds) {
  /** Survivors of one kind, and how many of them are verified. */
  public record Kind(long surviving, long verified) {
    Kind plus(boolean isVerified) {
      return new Kind(surviving + 1, verified + (isVerified ? 1 : 0));
    }
  }

  public VerificationCounts {
    kinds = Map.copyOf(kinds);
  }

  /** All survivors: the divisor of A2 and A3. */
  public long surviving() {
    return kinds.values().stream().mapToLong(Kind::surviving).sum();
  }

  /** Verified survivors: what A2 divides. */
  public long verifiedSurviving() {
    return kinds.values().stream().mapToLong(Kind::verified).sum();
  }

  /** Counts over the whole store; reads the register once. */
  public static VerificationCounts of(Store store, Accounts accounts) {
    Set<String> registered =
        accounts.all().stream()
            .filter(one -> one.role() == Role.ENTERPRISE)
            .map(Account::organisation)
            .collect(Collectors.toCollection(HashSet::new));
    Set<Uscc> verified = new HashSet<>();
    new Verifications(store)
        .forEach(
            one -> {
              registered.add(one.uscc().value());
              if (one.state() == State.VERIFIED) {
                verified.add(one.uscc());
              }
            });
    Map<SubjectType, Kind> kinds = new EnumMap<>(SubjectType.class);
    new Register(store)
        .forEach(
            (uscc, newest) -> {
              if (Register.survives(newest.status())) {
                count(kinds, newest, verified.contains(uscc));
              }
            });
    return new VerificationCounts(registered.size(), verified.size(), kinds);
  }

  private static void count(
      Map<SubjectType, Kind> kinds, MarketRegistration newest, boolean isVerified) {
    Kind before = kinds.getOrDefault(newest.subjectType(), new Kind(0, 0));
    kinds.put(newest.subjectType(), before.plus(isVerified));
  }
}
