package org.xinyidai.engine.login;

import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Token;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.login.LoginRefused.Reason;
import org.xinyidai.engine.oidc.IdentityProvider;
import org.xinyidai.engine.oidc.IdentityProviders;
import org.xinyidai.engine.oidc.ProviderClient;
import org.xinyidai.engine.oidc.ProviderClient.Bond;
import org.xinyidai.engine.oidc.ProviderClient.Subject;
import org.xinyidai.engine.oidc.ProviderClient.Untrusted;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;

/**
 * Logins by an organisation's own provider (机构统一登录). A person comes in as the account to which its
 * issuer and subject were linked by an invitation; a provider speaks for its organisation's
 * accounts alone and makes none. Waits for the network: it belongs on a worker.
 */
public final class ProviderLogins {
  /** As long as a person may take at the provider's page, its second factor included. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final byte PENDING = 'p';
  private static final byte LINK = 's';
  private static final int RANDOM_BYTES = 32;

  private final Store store;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Invitations invitations;
  private final IdentityProviders providers;
  private final Map<String, ProviderClient> clients = new HashMap<>();
  private final SecureRandom random;
  private final InstantSource clock;

  /**
   * A login that went to a provider and has not come back.
   *
   * @param browser SHA-256 of what the browser keeps in a cookie, in hexadecimal
   * @param invitation hash of the code that came along, in hexadecimal; null where none did
   */
  private record Pending(
      String provider,
      String nonce,
      String verifier,
      String browser,
      @Nullable String invitation,
      Instant expiresAt) {}

  private record Link(String accountId, String user) {}

  /** Where the browser is to go, and what it must keep until it comes back. */
  public record Begun(URI location, Token browser) {}

  /** What a provider sent back by way of the browser. */
  public record Returned(String state, String code, Optional<String> issuer, Token browser) {}

  public ProviderLogins(
      Store store,
      Sessions sessions,
      IdentityProviders providers,
      SecureRandom random,
      InstantSource clock) {
    this.store = store;
    this.accounts = sessions.accounts();
    this.sessions = sessions;
    this.invitations = new Invitations(store, accounts, clock);
    this.providers = providers;
    this.random = random;
    this.clock = clock;
    providers
        .all()
        .forEach(one -> clients.put(one.id(), new ProviderClient(one, providers.callback())));
  }

  /** The providers by which people may come in. */
  public IdentityProviders providers() {
    return providers;
  }

  /**
   * Begins a login.
   *
   * @param invitation by which the account is linked that was opened for the person; null where it
   *     was linked before
   * @return empty when there is no such provider
   * @throws IOException when the provider cannot be asked
   */
  public Optional<Begun> begin(String providerId, @Nullable Token invitation) throws IOException {
    ProviderClient client = clients.get(providerId);
    if (client == null) {
      return Optional.empty();
    }
    Bond bond = new Bond(text(), text(), text());
    URI location = client.authorization(bond);
    Token browser = Token.random(random);
    Pending pending =
        new Pending(
            providerId,
            bond.nonce(),
            bond.verifier(),
            HexFormat.of().formatHex(browser.hash()),
            invitation == null ? null : HexFormat.of().formatHex(invitation.hash()),
            clock.instant().plus(PATIENCE));
    store.execute(
        changes -> {
          changes.put(Family.LOGINS, key(PENDING, bond.state()), StoredJson.write(pending));
          return pending;
        });
    return Optional.of(new Begun(location, browser));
  }

  /**
   * Ends a login with a session.
   *
   * @throws LoginRefused when it was not begun in this browser, or leads to no account
   * @throws IOException when the provider cannot be asked
   */
  public Sessions.Begun complete(Returned returned) throws IOException {
    Pending pending = store.execute(changes -> take(changes, returned.state()));
    IdentityProvider provider = providers.find(pending.provider()).orElseThrow(this::wrong);
    boolean sameBrowser =
        MessageDigest.isEqual(
            HexFormat.of().parseHex(pending.browser()), returned.browser().hash());
    boolean otherIssuer =
        returned.issuer().filter(one -> !one.equals(provider.issuer().toString())).isPresent();
    if (!sameBrowser || otherIssuer || !clock.instant().isBefore(pending.expiresAt())) {
      throw wrong();
    }
    Subject subject = redeem(returned, pending);
    return store.execute(changes -> enter(changes, provider, pending, subject));
  }

  private Subject redeem(Returned returned, Pending pending) throws IOException {
    ProviderClient client = clients.get(pending.provider());
    if (client == null) {
      throw wrong();
    }
    try {
      return client.redeem(
          returned.code(), new Bond(returned.state(), pending.nonce(), pending.verifier()));
    } catch (Untrusted e) {
      throw wrong();
    }
  }

  /** A state is used once, also where nothing comes of it. */
  private Pending take(Changes changes, String state) {
    byte[] key = key(PENDING, state);
    Pending pending =
        changes
            .get(Family.LOGINS, key)
            .map(bytes -> StoredJson.read(bytes, Pending.class))
            .orElseThrow(this::wrong);
    changes.delete(Family.LOGINS, key);
    return pending;
  }

  private Sessions.Begun enter(
      Changes changes, IdentityProvider provider, Pending pending, Subject subject) {
    byte[] key = key(LINK, subject.issuer() + "\0" + subject.subject());
    String user = provider.id() + ":" + subject.subject();
    if (pending.invitation() != null) {
      Account invited =
          invitations
              .use(changes, HexFormat.of().parseHex(pending.invitation()))
              .filter(one -> one.organisation().equals(provider.organisation()))
              .orElseThrow(
                  () -> new LoginRefused(Reason.NO_INVITATION, "邀请码无效，或不属于该机构，请联系管理员重新邀请"));
      changes.put(Family.LOGINS, key, StoredJson.write(new Link(invited.id(), user)));
    }
    Account account =
        changes
            .get(Family.LOGINS, key)
            .map(bytes -> StoredJson.read(bytes, Link.class))
            .flatMap(link -> accounts.find(link.accountId()))
            .filter(one -> one.organisation().equals(provider.organisation()))
            .orElseThrow(this::wrong);
    Sessions.Begun begun = sessions.fresh(account.id(), user, clock.instant());
    sessions.put(changes, begun);
    return begun;
  }

  /** Forgets logins that never came back; returns how many. */
  public int forget() {
    Instant now = clock.instant();
    List<byte[]> late = new ArrayList<>();
    store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.LOGINS, new byte[] {PENDING})) {
            while (cursor.next()) {
              if (!now.isBefore(StoredJson.read(cursor.value(), Pending.class).expiresAt())) {
                late.add(cursor.key());
              }
            }
          }
          return late.size();
        });
    if (!late.isEmpty()) {
      store.execute(
          changes -> {
            late.forEach(key -> changes.delete(Family.LOGINS, key));
            return late.size();
          });
    }
    return late.size();
  }

  private LoginRefused wrong() {
    return new LoginRefused(Reason.WRONG, "机构登录未成功，请重新登录；首次登录请使用邀请码");
  }

  private String text() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] key(byte kind, String name) {
    return KeyParts.of(kind, DigestUtils.sha256(name));
  }
}
