package org.xinyidai.engine.login;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Token;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/**
 * Sessions that are open (会话库). Each login begins a new one, under a token that nobody had before.
 */
public final class Sessions {
  /** A desk that was left alone. */
  static final Duration IDLE = Duration.ofMinutes(30);

  /** A working day: after it the second factor is asked for again. */
  static final Duration LONGEST = Duration.ofHours(12);

  /** How exactly the last use is known; finer would write at every click. */
  private static final Duration GRAIN = Duration.ofMinutes(5);

  private static final int CSRF_BYTES = 16;

  private final Store store;
  private final Accounts accounts;
  private final SecureRandom random;
  private final InstantSource clock;

  public Sessions(Store store, Accounts accounts, SecureRandom random, InstantSource clock) {
    this.clock = clock;
    this.store = store;
    this.accounts = accounts;
    this.random = random;
  }

  /** A new session with its token, the one time that both are seen together. */
  public record Begun(Session session, Token token) {}

  /** A session with the account that it acts for. */
  public record Held(Session session, Account account) {}

  Accounts accounts() {
    return accounts;
  }

  Begun fresh(String accountId, String user, Instant now) {
    byte[] csrf = new byte[CSRF_BYTES];
    random.nextBytes(csrf);
    Session session = new Session(accountId, user, HexFormat.of().formatHex(csrf), now, now);
    return new Begun(session, Token.random(random));
  }

  void put(Changes changes, Begun begun) {
    changes.put(Family.SESSIONS, begun.token().hash(), StoredJson.write(begun.session()));
  }

  /** The session of a token; empty when it ended, or its account was removed. */
  public Optional<Held> find(Token token) {
    Instant now = clock.instant();
    Optional<Session> session =
        store
            .read(view -> view.get(Family.SESSIONS, token.hash()))
            .map(bytes -> StoredJson.read(bytes, Session.class))
            .filter(one -> isAlive(one, now));
    session
        .filter(one -> now.isAfter(one.seenAt().plus(GRAIN)))
        .ifPresent(
            one -> {
              // Nobody waits for it: at worst the session ends some minutes early.
              var unused = store.submit(changes -> seen(changes, token, now));
            });
    return session.flatMap(
        one -> accounts.find(one.accountId()).map(account -> new Held(one, account)));
  }

  /** The sessions of an account that are alive, the one that began last first. */
  public List<Session> of(String accountId) {
    Instant now = clock.instant();
    return store.read(
        view -> {
          List<Session> open = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.SESSIONS, new byte[0])) {
            while (cursor.next()) {
              Session one = StoredJson.read(cursor.value(), Session.class);
              if (one.accountId().equals(accountId) && isAlive(one, now)) {
                open.add(one);
              }
            }
          }
          open.sort(Comparator.comparing(Session::startedAt).reversed());
          return open;
        });
  }

  /** The keys of an account's sessions, for a change that shall end them. */
  public List<byte[]> keysOf(String accountId) {
    return store.read(
        view -> {
          List<byte[]> keys = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.SESSIONS, new byte[0])) {
            while (cursor.next()) {
              if (StoredJson.read(cursor.value(), Session.class).accountId().equals(accountId)) {
                keys.add(cursor.key());
              }
            }
          }
          return keys;
        });
  }

  /** Ends sessions by their keys, as a part of a larger change. */
  public void end(Changes changes, List<byte[]> keys) {
    keys.forEach(key -> changes.delete(Family.SESSIONS, key));
  }

  /** Ends a session at once; false when there is none. */
  public boolean end(Token token) {
    return store.execute(
        changes -> {
          boolean present = changes.get(Family.SESSIONS, token.hash()).isPresent();
          changes.delete(Family.SESSIONS, token.hash());
          return present;
        });
  }

  /** Forgets sessions that ended by themselves; returns how many. */
  public int forget() {
    Instant now = clock.instant();
    List<byte[]> ended = new ArrayList<>();
    store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.SESSIONS, new byte[0])) {
            while (cursor.next()) {
              if (!isAlive(StoredJson.read(cursor.value(), Session.class), now)) {
                ended.add(cursor.key());
              }
            }
          }
          return ended.size();
        });
    if (!ended.isEmpty()) {
      store.execute(
          changes -> {
            ended.forEach(key -> changes.delete(Family.SESSIONS, key));
            return ended.size();
          });
    }
    return ended.size();
  }

  /** Erases what is kept of the holder of an account that was removed; false when nothing was. */
  public boolean forget(String accountId) {
    return new Farewell(store).of(accountId);
  }

  private static boolean isAlive(Session session, Instant now) {
    return now.isBefore(session.seenAt().plus(IDLE))
        && now.isBefore(session.startedAt().plus(LONGEST));
  }

  private static boolean seen(Changes changes, Token token, Instant now) {
    return changes
        .get(Family.SESSIONS, token.hash())
        .map(bytes -> StoredJson.read(bytes, Session.class))
        .map(
            one -> {
              Session later =
                  new Session(one.accountId(), one.user(), one.csrf(), one.startedAt(), now);
              changes.put(Family.SESSIONS, token.hash(), StoredJson.write(later));
              return true;
            })
        .orElse(false);
  }
}
