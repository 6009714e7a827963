package org.xinyidai.engine.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;
import org.xinyidai.connectors.signature.SignatureCheck.Genuine;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Caller;
import org.xinyidai.engine.identity.Grant;
import org.xinyidai.engine.identity.Token;
import org.xinyidai.engine.login.Sessions;

/** Finds who calls (身份识别): by a token or a session, with what the account must show beside it. */
final class Callers {
  private static final String SCHEME = "Bearer ";
  private static final String CHALLENGE = "Bearer realm=\"xinyidai\"";
  private static final String CSRF_HEADER = "X-CSRF-Token";
  private static final String WWW_AUTHENTICATE = "WWW-Authenticate";

  private final Accounts accounts;
  private final Sessions sessions;
  private final Proofs proofs;
  private final InstantSource clock;
  private final Workers workers;

  /**
   * Who stands at the gate.
   *
   * @param signed empty where the request needs no signature
   */
  record Known(Caller caller, Optional<Genuine> signed) {}

  Callers(
      Accounts accounts, Sessions sessions, Proofs proofs, InstantSource clock, Workers workers) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.proofs = proofs;
    this.clock = clock;
    this.workers = workers;
  }

  /** Whether a request only looks. */
  static boolean reads(HttpServerRequest request) {
    return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
  }

  /** Who calls, or a refusal that says what is missing. */
  Future<Known> find(HttpServerRequest request) {
    Optional<Token> session = Call.sessionToken(request);
    if (session.isPresent() && !request.headers().contains(HttpHeaders.AUTHORIZATION)) {
      return workers.run(
          () -> known(new Caller(person(session.get(), request), Grant.WHOLE), request));
    }
    Token token = token(request);
    return workers.run(() -> known(machine(token), request));
  }

  private Known known(Caller caller, HttpServerRequest request) {
    return new Known(caller, proofs.check(caller.account(), request));
  }

  private Caller machine(Token token) {
    Caller caller = accounts.authenticate(token).orElseThrow(Callers::invalid);
    if (caller.grant().isOver(clock.instant())) {
      throw invalid(ProblemType.TOKEN_ENDED);
    }
    return caller;
  }

  /** The person of a session; a change must bear what only a page of ours could read. */
  private Account person(Token session, HttpServerRequest request) {
    Sessions.Held held = sessions.find(session).orElseThrow(Callers::invalid);
    String given = Optional.ofNullable(request.getHeader(CSRF_HEADER)).orElse("");
    if (!reads(request)
        && !MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8),
            held.session().csrf().getBytes(StandardCharsets.UTF_8))) {
      throw Refusal.of(ProblemType.CSRF).at(CSRF_HEADER);
    }
    return held.account();
  }

  private static Token token(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || header.isBlank()) {
      throw Refusal.of(ProblemType.TOKEN_MISSING)
          .at("Authorization")
          .withHeader(WWW_AUTHENTICATE, CHALLENGE);
    }
    String text =
        header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            ? header.substring(SCHEME.length()).trim()
            : "";
    if (!Token.isWellFormed(text)) {
      throw invalid();
    }
    return Token.of(text);
  }

  private static Refusal invalid() {
    return invalid(ProblemType.TOKEN_INVALID);
  }

  /** A refusal of what came in the header Authorization. */
  static Refusal invalid(ProblemType type) {
    return Refusal.of(type)
        .at("Authorization")
        .withHeader(WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
  }
}
