package org.xinyidai.engine.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of a request that has a span of its own (耗时步骤), such as a write of the store. Where no
 * request is traced it costs a look at one variable of the thread.
 */
public final class Step {
  private static final ContextKey<Tracer> TRACER = ContextKey.named("xinyidai.tracer");

  private Step() {}

  /** The context of a request whose steps are traced by this tracer. */
  public static Context of(Span request, Tracer tracer) {
    return Context.root().with(request).with(TRACER, tracer);
  }

  /**
   * Does the work as a step of whatever request this thread works for.
   *
   * @param name fixed words, never anything of the request
   */
  public static <T> T timed(String name, Supplier<T> work) {
    @Nullable Tracer tracer = Context.current().get(TRACER);
    if (tracer == null) {
      return work.get();
    }
    Span span = tracer.spanBuilder(name).startSpan();
    try {
      return Context.current().with(span).wrapSupplier(work).get();
    } catch (RuntimeException e) {
      // The class says enough; a message may repeat what a record said of someone.
      span.setStatus(StatusCode.ERROR, e.getClass().getName());
      throw e;
    } finally {
      span.end();
    }
  }
}
