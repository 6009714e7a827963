package org.xinyidai.engine.login;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Token;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;

/** Codes by which people choose a user name and a password for an account (开通邀请), each once. */
public final class Invitations {
  /** A long weekend. */
  private static final Duration VALID = Duration.ofDays(3);

  private static final byte BY_CODE = 'i';

  private final Store store;
  private final Accounts accounts;
  private final InstantSource clock;

  /**
   * @param expiresAt the first instant at which it no longer holds
   */
  private record Invitation(String accountId, Instant expiresAt) {}

  public Invitations(Store store, Accounts accounts, InstantSource clock) {
    this.store = store;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Makes a code for the holder of an account; it is kept as its hash alone. */
  public Token invite(String accountId, SecureRandom random) {
    Token code = Token.random(random);
    return store.execute(changes -> invite(changes, accountId, code));
  }

  /** The same with a code that is at hand, as a part of a larger change. */
  Token invite(Changes changes, String accountId, Token code) {
    Invitation invitation = new Invitation(accountId, clock.instant().plus(VALID));
    changes.put(Family.LOGINS, key(code.hash()), StoredJson.write(invitation));
    return code;
  }

  /**
   * Uses a code up, as a part of a larger change; empty when it does not hold.
   *
   * @param hash of the code
   */
  Optional<Account> use(Changes changes, byte[] hash) {
    byte[] key = key(hash);
    Optional<Account> account =
        changes
            .get(Family.LOGINS, key)
            .map(bytes -> StoredJson.read(bytes, Invitation.class))
            .filter(one -> clock.instant().isBefore(one.expiresAt()))
            .flatMap(one -> accounts.find(one.accountId()));
    account.ifPresent(found -> changes.delete(Family.LOGINS, key));
    return account;
  }

  private static byte[] key(byte[] hash) {
    return KeyParts.of(BY_CODE, hash);
  }
}
