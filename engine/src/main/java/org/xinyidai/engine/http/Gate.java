package org.xinyidai.engine.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Permissions;
import org.xinyidai.engine.identity.Reach;
import org.xinyidai.engine.identity.Rule;
import org.xinyidai.engine.identity.Token;
import org.xinyidai.engine.login.Sessions;

/** Lets a request in by its token and the table of permissions, before its body is read. */
final class Gate implements Handler<RoutingContext> {
  private static final String SCHEME = "Bearer ";
  private static final String CHALLENGE = "Bearer realm=\"xinyidai\"";
  private static final String CSRF_HEADER = "X-CSRF-Token";
  private static final String WWW_AUTHENTICATE = "WWW-Authenticate";

  private final Operation operation;
  private final Accounts accounts;
  private final UnaryOperator<Access> sight;
  private final Sessions sessions;
  private final Workers workers;

  Gate(
      Operation operation,
      Accounts accounts,
      Sessions sessions,
      UnaryOperator<Access> sight,
      Workers workers) {
    this.sessions = sessions;
    this.sight = sight;
    this.operation = operation;
    this.accounts = accounts;
    this.workers = workers;
  }

  @Override
  public void handle(RoutingContext context) {
    if (isOpen(context.request())) {
      context.next();
      return;
    }
    // What arrives while the store is asked waits in the connection.
    context.request().pause();
    access(context)
        .onSuccess(
            access -> {
              Call.admit(context, access);
              context.next();
            })
        .onFailure(context::fail);
  }

  private boolean isOpen(HttpServerRequest request) {
    boolean open = Permissions.of(operation).map(Rule::isOpen).orElse(false);
    return open || (operation == Operation.GET_METRICS && isLocal(request));
  }

  /**
   * A scraper on this machine. A proxy is on this machine as well but speaks for others, which it
   * says by its headers.
   */
  private static boolean isLocal(HttpServerRequest request) {
    boolean forwarded =
        request.headers().contains("Forwarded") || request.headers().contains("X-Forwarded-For");
    // The address of a connection is a number, so this asks no name server.
    return !forwarded
        && Optional.ofNullable(request.remoteAddress())
            .flatMap(address -> Optional.ofNullable(address.host()))
            .map(Gate::isLoopback)
            .orElse(false);
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private Future<Access> access(RoutingContext context) {
    HttpServerRequest request = context.request();
    Optional<Token> session = Call.sessionToken(request);
    if (session.isPresent() && !request.headers().contains(HttpHeaders.AUTHORIZATION)) {
      return workers.run(() -> admit(person(session.get(), request)));
    }
    Token token = token(request);
    return workers
        .run(() -> accounts.authenticate(token))
        .map(account -> admit(account.orElseThrow(Gate::invalid)));
  }

  /** The person of a session; a change must bear what only a page of ours could read. */
  private Account person(Token session, HttpServerRequest request) {
    Sessions.Held held = sessions.find(session).orElseThrow(Gate::invalid);
    String given = Optional.ofNullable(request.getHeader(CSRF_HEADER)).orElse("");
    boolean reads =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    if (!reads
        && !MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8),
            held.session().csrf().getBytes(StandardCharsets.UTF_8))) {
      throw Refusal.of(ProblemType.CSRF).at(CSRF_HEADER);
    }
    return held.account();
  }

  private Access admit(Account account) {
    Access access = sight.apply(Permissions.access(account, operation));
    if (access.reach() == Reach.NONE) {
      String role = account.role().id();
      throw Refusal.of(
          ProblemType.FORBIDDEN,
          "角色 " + role + " 无权执行 " + operation.id(),
          "The role " + role + " may not call " + operation.id());
    }
    return access;
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
    return Refusal.of(ProblemType.TOKEN_INVALID)
        .at("Authorization")
        .withHeader(WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
  }
}
