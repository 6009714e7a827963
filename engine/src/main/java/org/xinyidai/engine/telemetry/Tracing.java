package org.xinyidai.engine.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where spans go (链路追踪): nowhere, or to a collector that speaks OTLP over HTTP. Closing sends what
 * waits. A collector that does not answer costs spans, never a request.
 */
public final class Tracing implements AutoCloseable {
  private static final String NAME = "xinyidai";
  private static final String PATH = "/v1/traces";

  /** Spans that wait for the collector: a few seconds of a busy server; more are dropped. */
  private static final int MOST_WAITING = 4_096;

  /** Soon enough for somebody who looks on. */
  private static final Duration EVERY = Duration.ofSeconds(1);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Tracer tracer;
  private final @Nullable SdkTracerProvider provider;

  private Tracing(Tracer tracer, @Nullable SdkTracerProvider provider) {
    this.tracer = tracer;
    this.provider = provider;
  }

  /** Nothing is recorded; the ids of a caller's trace are still passed on. */
  public static Tracing off() {
    return new Tracing(OpenTelemetry.noop().getTracer(NAME), null);
  }

  /**
   * Sends spans to a collector.
   *
   * @param collector such as {@code http://127.0.0.1:4318}, without a path
   * @param percent of the requests that are traced, 0 to 100, where the caller does not decide
   */
  public static Tracing to(URI collector, int percent) {
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(collector.resolve(PATH).toString())
            .setTimeout(PATIENCE)
            .build();
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setResource(
                Resource.builder().put(AttributeKey.stringKey("service.name"), NAME).build())
            .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(percent / 100.0)))
            .addSpanProcessor(
                BatchSpanProcessor.builder(exporter)
                    .setMaxQueueSize(MOST_WAITING)
                    .setScheduleDelay(EVERY)
                    .setExporterTimeout(PATIENCE)
                    .build())
            .build();
    return new Tracing(provider.get(NAME), provider);
  }

  public Tracer tracer() {
    return tracer;
  }

  /** Sends what waits, for a few seconds at most. */
  @Override
  public void close() {
    if (provider != null) {
      provider.shutdown().join(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }
}
