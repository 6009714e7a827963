package org.xinyidai.engine.feedback;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What a tier's relay did since it started, and what its thread spent on it (回传计量). */
public final class RelayMeter {
  /** What is counted. */
  public enum Count {
    ACCEPTED("accepted"),
    REJECTED("rejected"),
    UNKNOWN("unknown"),
    BATCHES("batches"),
    FAILURES("failures");

    private final String code;

    Count(String code) {
      this.code = code;
    }

    /** The stable label of metrics. */
    public String code() {
      return code;
    }

    /** Whether it counts answers to results, rather than batches. */
    public boolean isAnswer() {
      return this == ACCEPTED || this == REJECTED || this == UNKNOWN;
    }
  }

  /** What the thread of a tier does. */
  public enum Work {
    /** Reading the outbox, checking lines, and the write of the batch. */
    PACK,
    /** Lines to an envelope: digest, encryption, signature. */
    SEAL,
    /** The write of the answers. */
    SETTLE
  }

  private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);
  private final Map<Work, LongAdder> nanos = new EnumMap<>(Work.class);
  private final LongSupplier ticker;

  /** Measures by a clock of nanoseconds. */
  RelayMeter(LongSupplier ticker) {
    this.ticker = ticker;
    for (Count each : Count.values()) {
      counts.put(each, new LongAdder());
    }
    for (Work each : Work.values()) {
      nanos.put(each, new LongAdder());
    }
  }

  void add(Count what, long more) {
    adder(counts, what).add(more);
  }

  <T> T timed(Work what, Supplier<T> work) {
    long began = ticker.getAsLong();
    try {
      return work.get();
    } finally {
      adder(nanos, what).add(ticker.getAsLong() - began);
    }
  }

  public long count(Count what) {
    return adder(counts, what).sum();
  }

  /** Nanoseconds on the wall that the tier's thread has spent on it. */
  public long nanos(Work what) {
    return adder(nanos, what).sum();
  }

  private static <K> LongAdder adder(Map<K, LongAdder> of, K key) {
    LongAdder adder = of.get(key);
    if (adder == null) {
      throw new IllegalStateException("every kind has its adder");
    }
    return adder;
  }
}
