package org.xinyidai.engine.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** How long the parts of a demonstration took (用时), in order; a part may come more than once. */
public final class Stopwatch {
  private static final double NANOS_PER_SECOND = 1e9;

  private final LongSupplier nanoTime;
  private final Map<String, Long> parts = new LinkedHashMap<>();
  private long last;

  /**
   * @param nanoTime a clock that only runs forward
   */
  public Stopwatch(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    last = nanoTime.getAsLong();
  }

  void lap(String part) {
    long now = nanoTime.getAsLong();
    parts.merge(part, now - last, Long::sum);
    last = now;
  }

  /** Seconds of all parts together. */
  String sum() {
    return seconds(parts.values().stream().mapToLong(Long::longValue).sum());
  }

  @Override
  public String toString() {
    return parts.entrySet().stream()
        .map(part -> part.getKey() + " " + seconds(part.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String seconds(long nanos) {
    return "%.1f s".formatted(nanos / NANOS_PER_SECOND);
  }
}
