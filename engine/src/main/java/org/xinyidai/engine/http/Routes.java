package org.xinyidai.engine.http;

import io.opentelemetry.context.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.xinyidai.engine.audit.AccessLog;
import org.xinyidai.engine.consent.Consents;
import org.xinyidai.engine.http.api.Backend;
import org.xinyidai.engine.http.api.Promises;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Negotiation;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.docs.Installation;
import org.xinyidai.engine.http.docs.Page;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Districts;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.serving.Register;
import org.xinyidai.engine.store.Act;

/** Puts endpoints and pages on a router, each behind the same gate, checks and error handler. */
final class Routes {
  /** Monitors look for these at the top as well, whatever the version of the API. */
  private static final Set<Operation> WELL_KNOWN =
      Set.of(
          Operation.GET_HEALTH,
          Operation.GET_LIVENESS,
          Operation.GET_READINESS,
          Operation.GET_METRICS);

  /** Where anyone may call: each try costs a hash or a signature, or could be a guess. */
  private static final Set<Operation> ENTRANCES =
      Set.of(
          Operation.POST_SESSION,
          Operation.ACCEPT_INVITATION,
          Operation.LOOK_UP_CREDIT_REPORT,
          Operation.CHECK_CREDIT_REPORT,
          Operation.POST_PROVIDER_SESSION,
          Operation.GET_PROVIDER_CALLBACK);

  private static final List<Integer> DECIDED_BY_ROUTER = List.of(400, 404, 405, 500);

  private static final String DATA_ORIGIN = "X-Data-Origin";

  private final Router router;
  private final Callers callers;
  private final Proofs proofs;
  private final Workers workers;
  private final IngestPermits permits;
  private final Reads reads;
  private final Consents consents;
  private final Access.Placing districts;
  private final RateLimit calls;
  private final RateLimit entrances;
  private final Promises promises;

  Routes(
      Vertx vertx,
      Backend backend,
      Workers workers,
      IngestPermits permits,
      HttpServerConfig config) {
    calls = RateLimit.ofAccounts(config.rates(), System::nanoTime);
    entrances = RateLimit.ofEntrances(config.rates(), System::nanoTime);
    this.router = Router.router(vertx);
    InstantSource clock = backend.platform().clock();
    proofs = new Proofs(backend.platform().store(), clock, config.address().transport());
    callers = new Callers(backend.accounts(), backend.sessions(), proofs, clock, workers);
    this.consents = new Consents(backend.platform().store());
    this.districts = Districts.of(new Register(backend.platform().store()));
    this.reads = new Reads(new AccessLog(backend.platform().store()), consents, workers);
    this.workers = workers;
    this.permits = permits;
    this.promises = new Promises(backend.platform(), workers);
  }

  Router router() {
    return router;
  }

  /** What goes before every route, in this order. */
  Routes before(
      SecurityHeaders headers,
      Requests requests,
      RequestSpan span,
      RequestLog log,
      ErrorAnswers errors) {
    for (int status : DECIDED_BY_ROUTER) {
      router.errorHandler(status, context -> errors.handle(context, status));
    }
    router.route().handler(context -> secure(headers, context)).failureHandler(errors);
    router.route().handler(requests);
    router.route().handler(span);
    router.route().handler(log);
    return this;
  }

  /** Simulated data is called so wherever it shows, also to machines. */
  Routes naming(Installation installation) {
    String origin = installation.dataOrigin();
    router
        .route(Endpoint.BASE + "/*")
        .handler(
            context -> {
              context.response().putHeader(DATA_ORIGIN, origin);
              context.next();
            });
    return this;
  }

  Routes endpoints(List<Endpoint> endpoints) {
    endpoints.forEach(this::endpoint);
    return this;
  }

  Routes pages(List<Page> pages) {
    for (Page page : pages) {
      router
          .get(page.path())
          .method(HttpMethod.HEAD)
          .handler(context -> named(context, "page"))
          .handler(page.isDocument() ? Routes::allowPage : RoutingContext::next)
          .handler(page);
    }
    return this;
  }

  private void endpoint(Endpoint endpoint) {
    at(endpoint, endpoint.routePath());
    if (WELL_KNOWN.contains(endpoint.operation())) {
      at(endpoint, endpoint.path());
    }
  }

  private void at(Endpoint endpoint, String path) {
    Route route = router.route(endpoint.method(), path);
    if (endpoint.method().equals(HttpMethod.GET)) {
      route.method(HttpMethod.HEAD);
    }
    route
        .handler(context -> named(context, endpoint.operation().id()))
        .handler(
            new Gate(
                endpoint.operation(),
                callers,
                access -> access.with(consents.by(endpoint.operation())).placedBy(districts)))
        .handler(ENTRANCES.contains(endpoint.operation()) ? entrances : calls)
        .handler(new Negotiation(endpoint))
        .handler(Routes::demandKey);
    if (endpoint.operation() == Operation.POST_RECORDS) {
      route.handler(permits);
    }
    route
        .handler(body(endpoint))
        .handler(new SignedContent(endpoint.operation(), proofs, workers))
        .respond(context -> respond(endpoint, context));
  }

  private static Handler<RoutingContext> body(Endpoint endpoint) {
    if (!endpoint.intake().takesBody()) {
      return RoutingContext::next;
    }
    BodyHandler bodies = BodyHandler.create(false).setBodyLimit(endpoint.intake().maxBytes());
    // Hidden in a lambda, for Vert.x wants body handlers first; here the gate is, on purpose.
    return context -> bodies.handle(context);
  }

  private Future<Buffer> respond(Endpoint endpoint, RoutingContext context) {
    // The gate stopped the reading; a body that nobody takes is dropped.
    context.request().resume();
    Act act = Reads.act(endpoint.operation(), context);
    Context traced = RequestSpan.around(context);
    return act.during(traced.wrapSupplier(() -> promises.answer(endpoint, new Call(context))))
        .compose(
            traced.wrapFunction(answer -> reads.noted(endpoint.operation(), act, context, answer)))
        .compose(answer -> AnswerWriter.write(answer, context));
  }

  private static void demandKey(RoutingContext context) {
    Promises.demandKey(new Call(context));
    context.next();
  }

  private static void secure(SecurityHeaders headers, RoutingContext context) {
    headers.put(context.response().headers());
    context.next();
  }

  private static void allowPage(RoutingContext context) {
    SecurityHeaders.allowPage(context.response().headers());
    context.next();
  }

  private static void named(RoutingContext context, String operation) {
    RequestLog.name(context, operation);
    context.next();
  }
}
