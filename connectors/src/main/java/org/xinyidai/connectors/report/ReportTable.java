package org.xinyidai.connectors.report;

import java.util.List;

/**
 * A table for people (报表).
 *
 * @param rows as long as the columns each; cells are texts or numbers
 */
public record ReportTable(String title, List<String> columns, List<List<Object>> rows) {
  public ReportTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(row.size() + " cells under " + columns.size());
      }
      for (Object cell : row) {
        if (!(cell instanceof String) && !(cell instanceof Number)) {
          throw new IllegalArgumentException("neither text nor number: " + cell);
        }
      }
    }
  }
}
