package org.xinyidai.engine.ledger;

import java.time.YearMonth;
import java.util.List;

/**
 * One cell of the ledger (台账单元).
 *
 * @param month in which the rows were received, in China
 * @param feed id of the feed
 * @param source who sent them
 * @param district six digits of the registering division, {@link #UNKNOWN} where no code tells
 */
public record Cell(YearMonth month, String feed, String source, String district)
    implements Comparable<Cell> {
  /** The district of rows without a right code. */
  public static final String UNKNOWN = "000000";

  private static final String DIVIDER = "\0";

  /** The same month, feed and source elsewhere. */
  public Cell in(String otherDistrict) {
    return new Cell(month, feed, source, otherDistrict);
  }

  /** The key: parts in order, divided by a byte that no part holds. */
  String key() {
    return String.join(DIVIDER, month.toString(), feed, source, district);
  }

  static Cell ofKey(String key) {
    List<String> parts = List.of(key.split(DIVIDER, -1));
    return new Cell(YearMonth.parse(parts.get(0)), parts.get(1), parts.get(2), parts.get(3));
  }

  @Override
  public int compareTo(Cell other) {
    return key().compareTo(other.key());
  }
}
