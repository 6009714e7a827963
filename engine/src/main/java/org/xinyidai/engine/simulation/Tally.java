package org.xinyidai.engine.simulation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.xinyidai.models.record.Validated.Reason;

/**
 * What a delivery holds, known from its making (交付清单): whoever reads it must come to the same
 * counts.
 *
 * @param rows all rows, the header aside
 * @param repeated rows that were sent before, here or a month earlier
 * @param corrected rows that correct a mistaken one of a month earlier
 * @param late rows about an earlier month that come for the first time
 * @param unnamed rows without a code, to be refused for it and then resolved
 * @param rejected rows to be refused, by reason, those without a code among them
 */
public record Tally(
    long rows, long repeated, long corrected, long late, long unnamed, Map<Reason, Long> rejected) {
  public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, Map.of());

  public Tally {
    Map<Reason, Long> ordered = new EnumMap<>(Reason.class);
    ordered.putAll(rejected);
    rejected = Collections.unmodifiableMap(ordered);
  }

  public long rejectedRows() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Rows to be accepted: all but the repeated and the refused. */
  public long accepted() {
    return rows - repeated - rejectedRows();
  }

  public Tally plus(Tally other) {
    Map<Reason, Long> sum = new EnumMap<>(Reason.class);
    sum.putAll(rejected);
    other.rejected.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
    return new Tally(
        rows + other.rows,
        repeated + other.repeated,
        corrected + other.corrected,
        late + other.late,
        unnamed + other.unnamed,
        sum);
  }

  /** Counts while rows are written. */
  static final class Counter {
    private final Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
    private long rows;
    private long repeated;
    private long corrected;
    private long late;
    private long unnamed;

    void row(Fate fate, int monthsLate) {
      rows++;
      if (monthsLate > 0) {
        repeated += fate == Fate.REPEATED_NEXT_MONTH ? 1 : 0;
        corrected += fate == Fate.CORRECTED_NEXT_MONTH ? 1 : 0;
        late += fate == Fate.LATE_ONE_MONTH || fate == Fate.LATE_TWO_MONTHS ? 1 : 0;
      }
    }

    void again() {
      rows++;
      repeated++;
    }

    /** A row that corrects the one before it. */
    void corrected() {
      rows++;
      corrected++;
    }

    void unnamed(Reason reason) {
      unnamed++;
      wrong(reason);
    }

    void wrong(Reason reason) {
      rows++;
      rejected.merge(reason, 1L, Long::sum);
    }

    Tally tally() {
      return new Tally(rows, repeated, corrected, late, unnamed, rejected);
    }
  }
}
