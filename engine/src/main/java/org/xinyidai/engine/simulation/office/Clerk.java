package org.xinyidai.engine.simulation.office;

import org.xinyidai.models.record.Feed;

/**
 * Writes the rows of one feed (填报员). What is written depends on the visited resident, the month and
 * the number of the row alone, so that any row can be written again, late or twice.
 */
public abstract class Clerk {
  private static final int USCC = 0;

  private final Feed<?> feed;

  Clerk(Feed<?> feed) {
    this.feed = feed;
  }

  public final Feed<?> feed() {
    return feed;
  }

  /** How many rows the office sends of the visited resident in the month. */
  public final int rows(Visit visit) {
    return visit.resident().isKnownTo(feed) ? count(visit) : 0;
  }

  /**
   * Writes a row into empty cells.
   *
   * @param item number of the row, below {@link #rows}
   * @param mistaken whether to write what the office will later correct: sound in form, with the
   *     same identity, but another content
   */
  public final void write(Visit visit, int item, boolean mistaken, Cells cells) {
    cells.text(USCC, visit.resident().uscc().value());
    fill(visit, item, mistaken, cells);
  }

  abstract int count(Visit visit);

  abstract void fill(Visit visit, int item, boolean mistaken, Cells cells);

  /** The position of a column that the feed declares. */
  final int column(String name) {
    return feed.position(name)
        .orElseThrow(() -> new IllegalStateException("feed " + feed + " has no column " + name));
  }

  /** The amount, or a mistaken one: a twelfth too much and never the same. */
  static long slip(long fen, boolean mistaken) {
    return mistaken ? fen + fen / 12 + 100 : fen;
  }
}
