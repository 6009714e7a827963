package org.xinyidai.engine.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Caller;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Permissions;
import org.xinyidai.engine.identity.Reach;
import org.xinyidai.engine.identity.Rule;

/**
 * Lets a request in by what its token is good for and the table of permissions, before its body is
 * read.
 */
final class Gate implements Handler<RoutingContext> {
  private final Operation operation;
  private final Callers callers;
  private final UnaryOperator<Access> sight;

  Gate(Operation operation, Callers callers, UnaryOperator<Access> sight) {
    this.operation = operation;
    this.callers = callers;
    this.sight = sight;
  }

  @Override
  public void handle(RoutingContext context) {
    if (isOpen(context.request())) {
      context.next();
      return;
    }
    // What arrives while the store is asked waits in the connection.
    context.request().pause();
    callers
        .find(context.request())
        .map(known -> enter(known, context))
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
            .map(Address::isLoopback)
            .orElse(false);
  }

  private Access enter(Callers.Known known, RoutingContext context) {
    Caller caller = known.caller();
    String feed = Optional.ofNullable(context.pathParam("feed")).orElse("");
    if (!caller.grant().allows(operation, feed)) {
      throw Refusal.of(ProblemType.OUT_OF_SCOPE).at("Authorization");
    }
    Access access = admit(caller.account());
    known.signed().ifPresent(signed -> SignedContent.note(context, signed));
    return access;
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
}
