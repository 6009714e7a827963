package org.xinyidai.engine.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.telemetry.Step;

/**
 * The span of a request (请求链路): it goes on the trace that a caller began (W3C Trace Context), and
 * its answer says which span it was. It bears the operation, status and role, and nothing of
 * anyone.
 */
final class RequestSpan implements Handler<RoutingContext> {
  private static final String KEY = "xinyidai.span";
  private static final String TRACE_HEADER = "traceparent";
  private static final String UNKNOWN = "request";
  private static final int FIRST_FAULT_OF_OURS = 500;

  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

  private final Tracer tracer;

  RequestSpan(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public void handle(RoutingContext context) {
    Context caller = W3C.extract(Context.root(), context.request().headers(), Headers.GETTER);
    Span span =
        tracer
            .spanBuilder(UNKNOWN)
            .setParent(caller)
            .setSpanKind(SpanKind.SERVER)
            .setAttribute("http.request.method", method(context.request().method()))
            .startSpan();
    Context traced = Step.of(span, tracer);
    context.put(KEY, traced);
    W3C.inject(traced, context.response(), (response, name, id) -> response.putHeader(name, id));
    context.addEndHandler(done -> end(span, context));
    context.next();
  }

  /** The context in which the work of a request is traced. */
  static Context around(RoutingContext context) {
    Context traced = context.get(KEY);
    return traced == null ? Context.root() : traced;
  }

  /** The span of a request; not valid where nothing is traced and the caller named no trace. */
  static SpanContext of(RoutingContext context) {
    return Span.fromContext(around(context)).getSpanContext();
  }

  /** A word of the caller's own would be told on; OpenTelemetry has this one for all of them. */
  private static String method(HttpMethod method) {
    return HttpMethod.values().contains(method) ? method.name() : "_OTHER";
  }

  private static void end(Span span, RoutingContext context) {
    int status = context.response().getStatusCode();
    span.updateName(RequestLog.nameOf(context));
    span.setAttribute("http.response.status_code", status);
    span.setAttribute("xinyidai.request", Requests.idOf(context));
    Call.admitted(context)
        .ifPresent(access -> span.setAttribute("xinyidai.role", access.account().role().id()));
    if (status >= FIRST_FAULT_OF_OURS) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  /**
   * Reads the trace of a request; what else a caller's tracing wants to pass on may name people.
   */
  private enum Headers implements TextMapGetter<MultiMap> {
    GETTER;

    @Override
    public Iterable<String> keys(MultiMap headers) {
      return headers.names();
    }

    @Override
    public @Nullable String get(@Nullable MultiMap headers, String name) {
      return headers != null && name.equals(TRACE_HEADER) ? headers.get(name) : null;
    }
  }
}
