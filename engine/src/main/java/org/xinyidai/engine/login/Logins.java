package org.xinyidai.engine.login;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.identity.Token;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.login.LoginRefused.Reason;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;

/**
 * Invitations and logins (登录服务). A wrong try takes as long and is answered alike whether the user
 * exists, is locked out, or the code was wrong. Computes hashes: it belongs on a worker.
 */
public final class Logins {
  /** Roles that see the files of others or keep the platform. */
  private static final Set<Role> WITH_SECOND_FACTOR =
      EnumSet.of(Role.BANK, Role.OFFICE, Role.AUDITOR, Role.ADMIN, Role.SECURITY);

  private static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,63}");
  private static final byte BY_USER = 'u';

  private final Store store;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Invitations invitations;
  private final PasswordProfile profile;
  private final Hashing hashing;
  private final SecureRandom random;
  private final InstantSource clock;

  /** A hash that no password has: what an unknown user is compared with. */
  private final String nobody;

  public Logins(
      Store store,
      Accounts accounts,
      Sessions sessions,
      PasswordProfile profile,
      SecureRandom random,
      InstantSource clock) {
    this(store, sessions, profile, Hashing.argon2id(), new Chance(random, clock));
  }

  /** What is not to be foretold, and the time. */
  record Chance(SecureRandom random, InstantSource clock) {}

  Logins(Store store, Sessions sessions, PasswordProfile profile, Hashing hashing, Chance chance) {
    this.store = store;
    this.accounts = sessions.accounts();
    this.sessions = sessions;
    this.hashing = hashing;
    this.random = chance.random();
    this.clock = chance.clock();
    invitations = new Invitations(store, accounts, clock);
    this.profile = profile;
    nobody = hashing.of(Token.random(random).reveal(), random);
  }

  /** What someone types to come in. */
  public record Attempt(
      String user, String password, @Nullable String code, @Nullable String newPassword) {}

  /** Makes a code by which the holder of an account chooses a name and a password, once. */
  public Token invite(String accountId) {
    return invitations.invite(accountId, random);
  }

  /** The same as a part of a larger change. */
  public Token invite(Changes changes, String accountId) {
    return invitations.invite(changes, accountId, Token.random(random));
  }

  /** Uses an invitation up. */
  public Enrolment accept(Token code, String name, String password) {
    String user = name.toLowerCase(Locale.ROOT);
    if (!USER.matcher(user).matches()) {
      throw new LoginRefused(Reason.NAME, "用户名为3至64个小写字母、数字或 . _ @ -");
    }
    requireStrong(user, password);
    String hash = hashing.of(password, random);
    byte[] secret = Totp.newSecret(random);
    return store.execute(changes -> accept(changes, code, user, hash, secret));
  }

  private Enrolment accept(Changes changes, Token code, String user, String hash, byte[] secret) {
    Account account =
        invitations
            .use(changes, code.hash())
            .orElseThrow(() -> new LoginRefused(Reason.NO_INVITATION, "邀请码无效、已使用或已过期，请联系管理员重新邀请"));
    Optional<Login> held = login(changes.get(Family.LOGINS, KeyParts.of(BY_USER, user)));
    if (held.filter(one -> !one.accountId().equals(account.id())).isPresent()) {
      throw new LoginRefused(Reason.NAME, "该用户名已被使用，请换一个");
    }
    boolean second = WITH_SECOND_FACTOR.contains(account.role());
    put(
        changes,
        new Login(
            user,
            account.id(),
            hash,
            second ? HexFormat.of().formatHex(secret) : null,
            0,
            0,
            null,
            clock.instant()));
    String base32 = second ? Totp.base32(secret) : null;
    return new Enrolment(
        user, base32, second ? "otpauth://totp/xinyidai:" + user + "?secret=" + base32 : null);
  }

  /**
   * Begins a session.
   *
   * @throws LoginRefused when nobody comes in; every wrong try counts toward a lockout
   */
  public Sessions.Begun enter(Attempt attempt) {
    String user = attempt.user().toLowerCase(Locale.ROOT);
    Optional<String> renewed = Optional.ofNullable(attempt.newPassword());
    // Judged and hashed whether the old one is right or not: neither tells what it is.
    renewed.ifPresent(fresh -> requireStrong(user, fresh));
    byte[] key = KeyParts.of(BY_USER, user);
    Optional<Login> known = login(store.read(view -> view.get(Family.LOGINS, key)));
    boolean right =
        hashing.matches(attempt.password(), known.map(Login::passwordHash).orElse(nobody));
    @Nullable String newHash = renewed.map(fresh -> hashing.of(fresh, random)).orElse(null);
    List<byte[]> open =
        newHash == null
            ? List.of()
            : known.map(one -> sessions.keysOf(one.accountId())).orElse(List.of());
    Decision decision = new Decision(attempt, right, newHash, open);
    return store
        .execute(changes -> decide(changes, key, decision))
        .orElseThrow(() -> new LoginRefused(Reason.WRONG, "用户名、口令或动态口令不正确；多次错误后将暂停登录一段时间"));
  }

  /**
   * What was worked out before the write.
   *
   * @param open sessions that a new password ends: whoever knew the old one is out
   */
  private record Decision(
      Attempt attempt, boolean right, @Nullable String newHash, List<byte[]> open) {}

  /** Decided where no second try can come between; what was wrong is counted in the same write. */
  private Optional<Sessions.Begun> decide(Changes changes, byte[] key, Decision decision) {
    Instant now = clock.instant();
    Optional<Login> known = login(changes.get(Family.LOGINS, key));
    if (known.isEmpty() || known.get().isLocked(now)) {
      return Optional.empty();
    }
    Login login = known.get();
    OptionalLong step = step(login, decision.attempt(), now);
    if (!decision.right() || step.isEmpty() || accounts.find(login.accountId()).isEmpty()) {
      put(changes, login.failed(profile, now));
      return Optional.empty();
    }
    Login entered = login.succeeded(step.getAsLong());
    if (decision.newHash() != null) {
      entered = entered.withPassword(decision.newHash(), now);
      decision.open().forEach(one -> changes.delete(Family.SESSIONS, one));
    } else if (profile.validity().filter(d -> now.isAfter(login.changedAt().plus(d))).isPresent()) {
      throw new LoginRefused(Reason.EXPIRED, "口令已到期，请同时提交 newPassword");
    }
    put(changes, entered);
    Sessions.Begun begun = sessions.fresh(login.accountId(), login.user(), now);
    sessions.put(changes, begun);
    return Optional.of(begun);
  }

  private static OptionalLong step(Login login, Attempt attempt, Instant now) {
    if (login.secret() == null) {
      return OptionalLong.of(login.lastStep());
    }
    String code = attempt.code() == null ? "" : attempt.code();
    return Totp.step(HexFormat.of().parseHex(login.secret()), code, now, login.lastStep());
  }

  private void requireStrong(String user, String password) {
    profile
        .fault(user, password)
        .ifPresent(
            fault -> {
              throw new LoginRefused(Reason.WEAK, fault);
            });
  }

  private static void put(Changes changes, Login login) {
    changes.put(Family.LOGINS, KeyParts.of(BY_USER, login.user()), StoredJson.write(login));
  }

  private static Optional<Login> login(Optional<byte[]> stored) {
    return stored.map(bytes -> StoredJson.read(bytes, Login.class));
  }
}
