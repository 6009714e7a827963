package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.signature.VerifyingKey;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Binding;
import org.xinyidai.engine.identity.Grant;
import org.xinyidai.engine.identity.Scope;
import org.xinyidai.engine.identity.Tokens;
import org.xinyidai.engine.login.Session;

/** What an account comes in with (账户凭证), without any secret. */
record CredentialView(
    String account,
    List<TokenView> tokens,
    List<String> certificates,
    List<KeyView> keys,
    List<SessionLine> sessions) {

  /** A token; no scopes and whole means everything that the account may do. */
  record TokenView(
      String id,
      boolean whole,
      List<String> scopes,
      @Nullable Instant endsAt,
      @Nullable Instant issuedAt) {}

  /** A stay that is open; never what opens it. */
  record SessionLine(Instant startedAt, Instant seenAt) {
    static SessionLine of(Session session) {
      return new SessionLine(session.startedAt(), session.seenAt());
    }
  }

  record KeyView(String keyId, String algorithm) {}

  /** A new token, the one time that it is seen. */
  record IssuedView(String id, String token, List<String> scopes, @Nullable Instant endsAt) {
    static IssuedView of(Tokens.Issued issued, Grant grant) {
      return new IssuedView(issued.id(), issued.token().reveal(), texts(grant), grant.endsAt());
    }
  }

  record Done(boolean done) {}

  static CredentialView of(
      Account account, List<Tokens.Listed> tokens, Binding binding, List<Session> sessions) {
    return new CredentialView(
        account.id(),
        tokens.stream().map(CredentialView::view).toList(),
        binding.certificates(),
        binding.keys().entrySet().stream()
            .map(key -> new KeyView(key.getKey(), algorithm(key.getValue())))
            .toList(),
        sessions.stream().map(SessionLine::of).toList());
  }

  private static TokenView view(Tokens.Listed token) {
    Grant grant = token.grant();
    return new TokenView(token.id(), grant.whole(), texts(grant), grant.endsAt(), token.issuedAt());
  }

  private static List<String> texts(Grant grant) {
    return grant.scopes().stream().map(Scope::text).toList();
  }

  private static String algorithm(String pem) {
    return VerifyingKey.ofPem(pem).map(key -> key.algorithm().id()).orElse("?");
  }
}
