package org.xinyidai.connectors.bdci;

import java.util.List;
import java.util.Map;
import org.xinyidai.models.record.Feed;

/**
 * One table of the data set as records of a feed (转换后的数据表): every row of it is a record or was put
 * together with one.
 *
 * @param file name of the table
 * @param rows lines of the table
 * @param records texts by the names of the feed's columns, to be checked like any other
 * @param together why several rows may be one record
 */
public record BdciTable(
    String file, Feed<?> feed, long rows, List<Map<String, String>> records, String together) {
  public BdciTable {
    records = List.copyOf(records);
  }

  /** Rows that are no record of their own. */
  public long merged() {
    return rows - records.size();
  }
}
