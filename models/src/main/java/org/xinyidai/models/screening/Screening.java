package org.xinyidai.models.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.subject.Uscc;

/**
 * Everyone as last known (筛选快照): an index, and over it a small one of those who changed since it
 * was built. Immutable; says the same as one index of all rows as they are now.
 */
public final class Screening {
  private static final Comparator<Screened> BY_CODE = Comparator.comparing(Screened::uscc);

  private final ScreeningIndex base;
  private final long @Nullable [] live;
  private final @Nullable ScreeningIndex changed;
  private final int gone;
  private final Comparator<Screened> order;

  /**
   * Nothing has changed yet.
   *
   * @param order position of the attribute that the index is ordered by
   */
  public Screening(ScreeningIndex base, int order) {
    this(base, null, null, 0, best(order));
  }

  private Screening(
      ScreeningIndex base,
      long @Nullable [] live,
      @Nullable ScreeningIndex changed,
      int gone,
      Comparator<Screened> order) {
    this.base = base;
    this.live = live;
    this.changed = changed;
    this.gone = gone;
    this.order = order;
  }

  /**
   * The same with what changed since the index was built, in place of all changes told before.
   *
   * @param rows those who came or changed, with the columns and the order of the index
   * @param left those who are no longer known
   */
  public Screening with(ScreeningIndex rows, Collection<Uscc> left) {
    long[] still = base.everyone();
    int lost = 0;
    List<Uscc> replaced = new ArrayList<>(left);
    for (int row = 0; row < rows.rows(); row++) {
      replaced.add(rows.uscc(row));
    }
    for (Uscc uscc : replaced) {
      int row = base.find(uscc).orElse(-1);
      if (row >= 0) {
        lost += ((still[row >>> 6] >>> row) & 1) != 0 ? 1 : 0;
        still[row >>> 6] &= ~(1L << row);
      }
    }
    return new Screening(base, still, rows, lost, order);
  }

  /** Enterprises. */
  public int rows() {
    return base.rows() - gone + (changed == null ? 0 : changed.rows());
  }

  /** Bytes held. */
  public long bytes() {
    return base.bytes()
        + (live == null ? 0 : (long) live.length * Long.BYTES)
        + (changed == null ? 0 : changed.bytes());
  }

  /** Whether an attribute can be screened for. */
  public boolean has(int position) {
    return base.has(position);
  }

  /** The enterprise as it is known here; empty where it is not. */
  public Optional<Screened> find(Uscc uscc) {
    if (changed != null && changed.find(uscc).isPresent()) {
      return Optional.of(new Screened(changed, changed.find(uscc).getAsInt()));
    }
    int row = base.find(uscc).orElse(-1);
    boolean there = row >= 0 && (live == null || ((live[row >>> 6] >>> row) & 1) != 0);
    return there ? Optional.of(new Screened(base, row)) : Optional.empty();
  }

  /** How many match, exactly. */
  public long count(Screen screen) {
    return base.count(screen, live) + (changed == null ? 0 : changed.count(screen));
  }

  /** The best that match, the best first, at most so many. */
  public List<Screened> top(Screen screen, int most) {
    List<Screened> found = new ArrayList<>();
    for (int row : base.top(screen, most, live)) {
      found.add(new Screened(base, row));
    }
    if (changed != null) {
      for (int row : changed.top(screen, most)) {
        found.add(new Screened(changed, row));
      }
      found.sort(order);
    }
    return found.stream().limit(most).toList();
  }

  /**
   * Those that match with the least keys, at most so many; equal keys are in the usual order.
   *
   * @param key never NaN
   */
  public List<Screened> least(Screen screen, ToDoubleFunction<Screened> key, int most) {
    record Keyed(double key, Screened row) {}
    Comparator<Keyed> byKey =
        Comparator.comparingDouble(Keyed::key).thenComparing(Keyed::row, order);
    PriorityQueue<Keyed> kept = new PriorityQueue<>(byKey.reversed());
    forEach(
        screen,
        row -> {
          Keyed next = new Keyed(key.applyAsDouble(row), row);
          if (kept.size() < most) {
            kept.add(next);
          } else if (most > 0 && byKey.compare(next, kept.element()) < 0) {
            kept.remove();
            kept.add(next);
          }
        });
    return kept.stream().sorted(byKey).map(Keyed::row).toList();
  }

  /** Some that match, drawn by a seed: the same of the same enterprises, whatever their order. */
  public List<Screened> sample(Screen screen, int most, long seed) {
    return least(
        screen, row -> (double) (Columns.mix(row.hash() ^ Columns.mix(seed)) >>> 11), most);
  }

  /** Hands over all that match, those who did not change first. */
  public void forEach(Screen screen, Consumer<Screened> reader) {
    base.forEach(screen, live, row -> reader.accept(new Screened(base, row)));
    ScreeningIndex after = changed;
    if (after != null) {
      after.forEach(screen, null, row -> reader.accept(new Screened(after, row)));
    }
  }

  /** A number that depends on which enterprises match and on nothing else. */
  public long fingerprint(Screen screen) {
    long[] sum = {0};
    base.forEach(screen, live, row -> sum[0] += base.hash(row));
    ScreeningIndex after = changed;
    if (after != null) {
      after.forEach(screen, null, row -> sum[0] += after.hash(row));
    }
    return Columns.mix(sum[0]);
  }

  private static Comparator<Screened> best(int order) {
    return Comparator.comparingDouble((Screened row) -> Columns.sortKey(row.value(order)))
        .thenComparing(BY_CODE);
  }
}
