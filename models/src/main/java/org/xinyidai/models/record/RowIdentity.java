package org.xinyidai.models.record;

/**
 * What names the same fact again (记录标识): the identity columns of its feed as bytes, to be hashed
 * into a key. The code and the day are not in it, the key holds them.
 */
public final class RowIdentity {
  private static final int USUAL_SIZE = 48;
  private static final int ABSENT = 0;
  private static final int PRESENT = 1;

  private RowIdentity() {}

  /** Two rows of one feed have equal bytes when, and only when, their identity columns agree. */
  public static byte[] bytes(Feed<?> feed, Row row) {
    RowBytes out = new RowBytes(USUAL_SIZE);
    for (int column : feed.identity()) {
      if (!row.has(column)) {
        out.unsigned(ABSENT);
      } else {
        out.unsigned(PRESENT);
        if (feed.columns().get(column).kind() == Kind.TEXT) {
          out.text(row.text(column));
        } else {
          out.signed(row.number(column));
        }
      }
    }
    return out.toArray();
  }
}
