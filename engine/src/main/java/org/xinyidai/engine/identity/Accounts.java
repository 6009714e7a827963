package org.xinyidai.engine.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.xinyidai.engine.milestone.Milestones;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;

/** All accounts of this platform (账户库). There is none until one is issued. */
public final class Accounts {
  private static final byte ACCOUNT = 'a';
  private static final int ID_BYTES = 8;

  private final Store store;
  private final SecureRandom random;

  public Accounts(Store store, SecureRandom random) {
    this.store = store;
    this.random = random;
  }

  /**
   * Makes a new account with its token; durable when this returns.
   *
   * @param organisation the code of an enterprise; for others the code or name under which their
   *     things are kept
   */
  public IssuedAccount issue(Role role, String name, String organisation) {
    return issue(name, new Organisations.Standing(role, organisation, Seat.NONE));
  }

  /** The same for someone who sits in a branch or a district's office. */
  public IssuedAccount issue(String name, Organisations.Standing standing) {
    Account account = fresh(name, standing);
    Token token = Token.random(random);
    return store.execute(
        changes -> {
          open(changes, account);
          changes.put(Family.ACCOUNTS, Tokens.key(token.hash()), utf8(account.id()));
          return new IssuedAccount(account, token);
        });
  }

  /**
   * Whose token this is and what it is good for; empty when it is nobody's, or its account was
   * removed. One that ended is told as well: its holder learns why it opens nothing.
   */
  public Optional<Caller> authenticate(Token token) {
    return store.read(
        view ->
            view.get(Family.ACCOUNTS, Tokens.key(token.hash()))
                .map(Tokens.Stored::of)
                .flatMap(
                    stored ->
                        view.get(Family.ACCOUNTS, accountKey(stored.account()))
                            .map(AccountCodec::read)
                            .map(account -> new Caller(account, stored.grant()))));
  }

  /** An account by its id; empty when there is none, or it was removed. */
  public Optional<Account> find(String accountId) {
    return store
        .read(view -> view.get(Family.ACCOUNTS, accountKey(accountId)))
        .map(AccountCodec::read);
  }

  /** Makes a new account without a token, for someone who comes in by a password. */
  public Account open(Role role, String name, String organisation) {
    return open(name, new Organisations.Standing(role, organisation, Seat.NONE));
  }

  /** The same for someone who sits in a branch or a district's office. */
  public Account open(String name, Organisations.Standing standing) {
    Account account = fresh(name, standing);
    return store.execute(changes -> open(changes, account));
  }

  /** Puts a fresh account there, without a token, as a part of a larger change. */
  public Account open(Changes changes, Account fresh) {
    changes.put(Family.ACCOUNTS, accountKey(fresh.id()), AccountCodec.write(fresh));
    if (fresh.role() == Role.ENTERPRISE) {
      fresh.uscc().ifPresent(uscc -> Milestones.registered(changes, store.shards(), uscc));
    }
    return fresh;
  }

  /** An account with a new id that is not there yet. */
  public Account fresh(String name, Organisations.Standing standing) {
    return new Account(
        RandomId.digits(random, ID_BYTES),
        standing.role(),
        name,
        standing.organisation(),
        standing.seat());
  }

  /** Removes an account; its tokens open nothing from now on. False when there is no such one. */
  public boolean remove(String accountId) {
    return store.execute(changes -> remove(changes, accountId));
  }

  /** The same as a part of a larger change. */
  public boolean remove(Changes changes, String accountId) {
    byte[] key = accountKey(accountId);
    boolean present = changes.get(Family.ACCOUNTS, key).isPresent();
    changes.delete(Family.ACCOUNTS, key);
    changes.delete(Family.BINDINGS, utf8(accountId));
    return present;
  }

  /** Whether a lender or guarantee company of this name has an account here. */
  public boolean hasLender(String organisation) {
    return any(one -> one.role() == Role.BANK && one.organisation().equals(organisation));
  }

  /** Whether there is an account such as this; reads accounts until one is found. */
  public boolean any(Predicate<Account> wanted) {
    return store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.ACCOUNTS, new byte[] {ACCOUNT})) {
            while (cursor.next()) {
              if (wanted.test(AccountCodec.read(cursor.value()))) {
                return true;
              }
            }
          }
          return false;
        });
  }

  /** Organisations of the office, who are told of what waits for them; reads all accounts. */
  public List<String> offices() {
    return all().stream()
        .filter(account -> account.role() == Role.OFFICE)
        .map(Account::organisation)
        .distinct()
        .toList();
  }

  /**
   * Those organisations of the office that see a district: its own and the city's; reads all
   * accounts.
   */
  public List<String> offices(String district) {
    return all().stream()
        .filter(account -> account.role() == Role.OFFICE && account.seat().sees(district))
        .map(Account::organisation)
        .distinct()
        .toList();
  }

  /** Every account, in the order of ids. */
  public List<Account> all() {
    return store.read(
        view -> {
          List<Account> accounts = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.ACCOUNTS, new byte[] {ACCOUNT})) {
            while (cursor.next()) {
              accounts.add(AccountCodec.read(cursor.value()));
            }
          }
          return accounts;
        });
  }

  private static byte[] accountKey(String id) {
    return KeyParts.of(ACCOUNT, id);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
