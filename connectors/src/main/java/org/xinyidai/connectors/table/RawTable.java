package org.xinyidai.connectors.table;

import java.util.List;

/**
 * A table as text (原始表).
 *
 * @param header the names of the columns, each once
 * @param rows one list of cells per row, as long as the header, without the spaces around them
 */
public record RawTable(List<String> header, List<List<String>> rows) {
  public RawTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    if (header.stream().distinct().count() < header.size()) {
      throw new IllegalArgumentException("two columns of one name: " + header);
    }
  }

  /** The cells of one column. */
  List<String> column(int position) {
    return rows.stream().map(row -> row.get(position)).toList();
  }
}
