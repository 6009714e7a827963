package org.xinyidai.engine.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;

/**
 * The tokens of accounts (令牌库), each by its hash. One that is good for all of its account is kept
 * as the account's id alone, any other with its bounds.
 */
public final class Tokens {
  /** As long as certificates of machines live; then someone looks whether it is still needed. */
  public static final int LONGEST_DAYS = 366;

  static final byte TOKEN = 't';

  private static final int ID_BYTES = 8;

  private final Store store;
  private final SecureRandom random;

  public Tokens(Store store, SecureRandom random) {
    this.store = store;
    this.random = random;
  }

  /**
   * The stored form.
   *
   * @param scopes null where it is good for all
   */
  record Stored(
      String account,
      @Nullable List<String> scopes,
      @Nullable Instant endsAt,
      @Nullable Instant issuedAt) {
    static Stored of(byte[] bytes) {
      return bytes.length > 0 && bytes[0] == '{'
          ? StoredJson.read(bytes, Stored.class)
          : new Stored(new String(bytes, UTF_8), null, null, null);
    }

    /** Of a scope that this version does not know nothing is granted. */
    Grant grant() {
      return scopes == null
          ? new Grant(true, List.of(), endsAt)
          : new Grant(
              false, scopes.stream().flatMap(text -> Scope.parse(text).stream()).toList(), endsAt);
    }
  }

  /**
   * A token as it is listed, which opens nothing.
   *
   * @param id the beginning of its hash
   * @param issuedAt null where that was not noted
   */
  public record Listed(String id, Grant grant, @Nullable Instant issuedAt) {}

  /** A new token with its id. */
  public record Issued(String id, Token token) {}

  /** Makes a token for an account, as a part of a larger change; the account must be there. */
  public Issued issue(Changes changes, String accountId, Grant grant) {
    Token token = Token.random(random);
    List<String> scopes = grant.whole() ? null : grant.scopes().stream().map(Scope::text).toList();
    byte[] stored =
        StoredJson.write(new Stored(accountId, scopes, grant.endsAt(), changes.instant()));
    byte[] key = key(token.hash());
    changes.put(Family.ACCOUNTS, key, stored);
    return new Issued(id(key), token);
  }

  /** Every token of an account, those that ended among them. */
  public List<Listed> of(String accountId) {
    return store.read(
        view -> {
          List<Listed> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.ACCOUNTS, new byte[] {TOKEN})) {
            while (cursor.next()) {
              Stored stored = Stored.of(cursor.value());
              if (stored.account().equals(accountId)) {
                found.add(new Listed(id(cursor.key()), stored.grant(), stored.issuedAt()));
              }
            }
          }
          return found;
        });
  }

  /** The key under which a token of an account is kept; empty when it has no such token. */
  public Optional<byte[]> find(String accountId, String tokenId) {
    return store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.ACCOUNTS, new byte[] {TOKEN})) {
            while (cursor.next()) {
              if (id(cursor.key()).equals(tokenId)
                  && Stored.of(cursor.value()).account().equals(accountId)) {
                return Optional.of(cursor.key());
              }
            }
          }
          return Optional.empty();
        });
  }

  /** Takes a token back that {@link #find} found; it opens nothing from now on. */
  public boolean revoke(Changes changes, byte[] key) {
    boolean present = changes.get(Family.ACCOUNTS, key).isPresent();
    changes.delete(Family.ACCOUNTS, key);
    return present;
  }

  static byte[] key(byte[] hash) {
    return KeyParts.of(TOKEN, hash);
  }

  private static String id(byte[] key) {
    return HexFormat.of().formatHex(Arrays.copyOfRange(key, 1, 1 + ID_BYTES));
  }
}
