package org.xinyidai.engine.http.call;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What a monitor reads (运行指标): requests, rows, queues, handles. Labels never name anyone. */
public final class Telemetry implements AutoCloseable {
  /** The text format that every Prometheus reads. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** Upper ends of the histogram: a read, a score, a page, a person's patience, a batch. */
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(2),
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicBoolean draining = new AtomicBoolean();
  private final JvmGcMetrics collections = new JvmGcMetrics();

  public Telemetry() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** Counts and times one answer. */
  public void answered(String operation, int status, long nanos) {
    Timer.builder("xinyidai.http.requests")
        .description("Answers and the time until they were written")
        .tag("operation", operation)
        .tag("status", Integer.toString(status))
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  /** Counts rows of one feed by what became of them. */
  public void rows(String feed, String result, long rows) {
    registry
        .counter("xinyidai.ingest.rows", "feed", feed, "result", result)
        .increment((double) rows);
  }

  /** Shows a figure that is asked for whenever a monitor reads. */
  public void gauge(String name, String description, Supplier<Number> figure) {
    Gauge.builder(name, figure).description(description).register(registry);
  }

  /** The same of one kind among several. */
  public void gauge(
      String name, String description, String tag, String value, Supplier<Number> figure) {
    Gauge.builder(name, figure).description(description).tag(tag, value).register(registry);
  }

  /** Shows a count that only grows, asked for whenever a monitor reads. */
  public void counter(String name, String description, String[] tags, Supplier<Number> count) {
    FunctionCounter.builder(name, count, asked -> asked.get().doubleValue())
        .description(description)
        .tags(tags)
        .register(registry);
  }

  /** The same as {@link #gauge(String, String, Supplier)}, with labels. */
  public void gauge(String name, String description, String[] tags, Supplier<Number> figure) {
    Gauge.builder(name, figure).description(description).tags(tags).register(registry);
  }

  /** The server is about to stop: it is alive and no longer ready. */
  public void drain() {
    draining.set(true);
  }

  public boolean isDraining() {
    return draining.get();
  }

  /** Everything, in the text format of Prometheus. */
  public String scrape() {
    return registry.scrape(CONTENT_TYPE);
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
