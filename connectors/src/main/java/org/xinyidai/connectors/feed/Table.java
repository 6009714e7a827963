package org.xinyidai.connectors.feed;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Kind;
import org.xinyidai.models.record.Validated.Reason;

/** A table read row by row (逐行表格): what workbooks and columnar files have in common. */
interface Table extends Closeable {
  /** The names of the columns, in the order of their places. */
  List<String> header();

  /**
   * Goes on to the next row that is not blank; false at the end.
   *
   * @throws UnreadableFile when the rest cannot be read
   */
  boolean next() throws IOException;

  /** The number of the row, from 1; a header counts where the file has one. */
  long line();

  /**
   * The text of a cell of the row, null where it is empty.
   *
   * @param kind what the feed takes the column for, which tells a day from a number; null for a
   *     column that the feed does not know
   */
  @Nullable String text(int place, @Nullable Kind kind) throws IOException;

  /** Why a cell cannot be taken whatever its text is; null where it can. */
  default @Nullable Reason fault(int place, @Nullable Kind kind) {
    return null;
  }

  /** Whether the row has values where the header names no column. */
  default boolean isWider() {
    return false;
  }
}
