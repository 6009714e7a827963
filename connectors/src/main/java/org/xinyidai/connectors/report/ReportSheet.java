package org.xinyidai.connectors.report;

import java.util.List;

/**
 * One sheet of a report (报表页), also one section of its print.
 *
 * @param widths of the columns, in relation to each other
 * @param rows as long as the columns each
 */
public record ReportSheet(
    String title, List<String> columns, List<Integer> widths, List<List<Cell>> rows) {
  public ReportSheet {
    columns = List.copyOf(columns);
    widths = List.copyOf(widths);
    rows = rows.stream().map(List::copyOf).toList();
    int wide = columns.size();
    if (widths.size() != wide || rows.stream().anyMatch(row -> row.size() != wide)) {
      throw new IllegalArgumentException(title + ": every row has " + wide + " cells");
    }
  }

  /** Columns of equal width. */
  public static ReportSheet of(String title, List<String> columns, List<List<Cell>> rows) {
    return new ReportSheet(title, columns, columns.stream().map(each -> 1).toList(), rows);
  }
}
