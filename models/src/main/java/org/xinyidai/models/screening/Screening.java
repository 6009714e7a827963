package org.xinyidai.models.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
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
  private final long @Nullable [] changedLive;
  private final int rows;
  private final Comparator<Screened> order;

  /**
   * Nothing has changed yet.
   *
   * @param order position of the attribute that the index is ordered by
   */
  public Screening(ScreeningIndex base, int order) {
    this(base, null, null, null, best(order));
  }

  private Screening(
      ScreeningIndex base,
      long @Nullable [] live,
      @Nullable ScreeningIndex changed,
      long @Nullable [] changedLive,
      Comparator<Screened> order) {
    this.base = base;
    this.live = live;
    this.changed = changed;
    this.changedLive = changedLive;
    this.rows = there(base, live) + (changed == null ? 0 : there(changed, changedLive));
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
    List<Uscc> replaced = new ArrayList<>(left);
    for (int row = 0; row < rows.rows(); row++) {
      replaced.add(rows.uscc(row));
    }
    for (Uscc uscc : replaced) {
      int row = base.find(uscc).orElse(-1);
      if (row >= 0) {
        still[row >>> 6] &= ~(1L << row);
      }
    }
    return new Screening(base, still, rows, null, order);
  }

  /**
   * Parts of this (子集): the one at a place holds the rows whose own number has all its bits.
   *
   * @param bits of a row; negative where it is in no part
   * @param parts how many, at most one more than the greatest number
   */
  public List<Screening> parts(ToIntFunction<Screened> bits, int parts) {
    long[][] ofBase = new long[parts][base.words()];
    ScreeningIndex after = changed;
    long[][] ofChanged = new long[parts][after == null ? 0 : after.words()];
    base.forEach(
        Screen.EVERYONE, live, row -> mark(ofBase, row, bits.applyAsInt(new Screened(base, row))));
    if (after != null) {
      after.forEach(
          Screen.EVERYONE,
          changedLive,
          row -> mark(ofChanged, row, bits.applyAsInt(new Screened(after, row))));
    }
    return IntStream.range(0, parts)
        .mapToObj(i -> new Screening(base, ofBase[i], after, ofChanged[i], order))
        .toList();
  }

  private static void mark(long[][] parts, int row, int bits) {
    for (int part = 0; part < parts.length && bits >= 0; part++) {
      if ((bits & part) == part) {
        parts[part][row >>> 6] |= 1L << row;
      }
    }
  }

  /**
   * The same rows, of which those of one group have exchanged their values of some attributes
   * (组内置换), by a permutation that a secret draws. Counts over these attributes alone stay what they
   * were; who of a group has what else is no longer told.
   *
   * @param positions of the attributes
   * @param group of a row; negative where it keeps its own
   */
  public Screening exchanged(int[] positions, ToLongFunction<Screened> group, long secret) {
    List<Placed> takers = new ArrayList<>();
    forEach(
        Screen.EVERYONE,
        row -> {
          long of = group.applyAsLong(row);
          if (of >= 0) {
            takers.add(new Placed(row, of));
          }
        });
    List<Placed> givers = new ArrayList<>(takers);
    takers.sort(Placed.by(secret));
    givers.sort(Placed.by(~secret));
    ScreeningIndex after = changed;
    return new Screening(
        exchanged(base, positions, takers, givers),
        live,
        after == null ? null : exchanged(after, positions, takers, givers),
        changedLive,
        order);
  }

  /** A row and its group, which is asked for once. */
  private record Placed(Screened row, long group) {
    static Comparator<Placed> by(long secret) {
      return Comparator.comparingLong(Placed::group)
          .thenComparingLong(placed -> placed.row().shuffled(secret))
          .thenComparing(Placed::row, BY_CODE);
    }
  }

  private static ScreeningIndex exchanged(
      ScreeningIndex index, int[] positions, List<Placed> takers, List<Placed> givers) {
    return index.with(
        positions,
        (position, values) -> {
          for (int i = 0; i < takers.size(); i++) {
            takers.get(i).row().put(index, values, givers.get(i).row().value(position));
          }
        });
  }

  private static int there(ScreeningIndex index, long @Nullable [] live) {
    return live == null ? index.rows() : (int) index.count(Screen.EVERYONE, live);
  }

  /** Enterprises. */
  public int rows() {
    return rows;
  }

  /** Bytes held. */
  public long bytes() {
    return base.bytes()
        + (live == null ? 0 : (long) live.length * Long.BYTES)
        + (changed == null ? 0 : changed.bytes())
        + (changedLive == null ? 0 : (long) changedLive.length * Long.BYTES);
  }

  /** Whether an attribute can be screened for. */
  public boolean has(int position) {
    return base.has(position);
  }

  /** The enterprise as it is known here; empty where it is not. */
  public Optional<Screened> find(Uscc uscc) {
    ScreeningIndex after = changed;
    Optional<Screened> found = after == null ? Optional.empty() : find(after, changedLive, uscc);
    return found.isPresent() ? found : find(base, live, uscc);
  }

  private static Optional<Screened> find(ScreeningIndex index, long @Nullable [] live, Uscc uscc) {
    int row = index.find(uscc).orElse(-1);
    boolean there = row >= 0 && (live == null || ((live[row >>> 6] >>> row) & 1) != 0);
    return there ? Optional.of(new Screened(index, row)) : Optional.empty();
  }

  /** How many match, exactly. */
  public long count(Screen screen) {
    return base.count(screen, live) + (changed == null ? 0 : changed.count(screen, changedLive));
  }

  /** How many match, and a number that depends on which they are and on nothing else. */
  public Tally tally(Screen screen) {
    Tally tally = base.tally(screen, live);
    return (changed == null ? tally : tally.and(changed.tally(screen, changedLive))).mixed();
  }

  /** The best that match, the best first, at most so many. */
  public List<Screened> top(Screen screen, int most) {
    List<Screened> found = new ArrayList<>();
    for (int row : base.top(screen, most, live)) {
      found.add(new Screened(base, row));
    }
    if (changed != null) {
      for (int row : changed.top(screen, most, changedLive)) {
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

  /**
   * Some that match, drawn by a seed: the same of the same enterprises, whatever their order. Who
   * knows the seed and a code can tell whether that enterprise is drawn.
   */
  public List<Screened> sample(Screen screen, int most, long seed) {
    return least(screen, row -> (double) (row.shuffled(seed) >>> 11), most);
  }

  /** Hands over all that match, those who did not change first. */
  public void forEach(Screen screen, Consumer<Screened> reader) {
    base.forEach(screen, live, row -> reader.accept(new Screened(base, row)));
    ScreeningIndex after = changed;
    if (after != null) {
      after.forEach(screen, changedLive, row -> reader.accept(new Screened(after, row)));
    }
  }

  private static Comparator<Screened> best(int order) {
    return Comparator.comparingDouble((Screened row) -> Columns.sortKey(row.value(order)))
        .thenComparing(BY_CODE);
  }
}
