package org.xinyidai.models.screening;

/**
 * How many match, and who (计数与指纹).
 *
 * @param who a number that depends on which enterprises match and on nothing else
 */
public record Tally(long count, long who) {
  /** Nobody. */
  public static final Tally NONE = new Tally(0, 0);

  /** The same with one more enterprise; {@link #mixed} when all are in. */
  public Tally with(Screened row) {
    return new Tally(count + 1, who + row.hash());
  }

  /** Those of both, who have none in common; before either is mixed. */
  Tally and(Tally other) {
    return new Tally(count + other.count, who + other.who);
  }

  /** In place of a sum, from which its parts could be taken away again. */
  public Tally mixed() {
    return new Tally(count, Columns.mix(who));
  }
}
