package org.xinyidai.connectors.print;

import java.util.List;

/**
 * What a printed document says (打印内容), from top to bottom.
 *
 * @param title of the document, on the first page and in the file's properties
 * @param footer at the foot of every page, before the page number
 */
public record Printout(String title, String footer, List<Part> parts) {
  public Printout {
    parts = List.copyOf(parts);
  }

  /** A piece of the document. */
  public sealed interface Part {}

  /** The title of a section. */
  public record Heading(String text) implements Part {}

  /** Sentences. */
  public record Paragraph(String text) implements Part {}

  /**
   * A table.
   *
   * @param widths of the columns, in relation to each other
   * @param header the first row, repeated on every page; empty for none
   * @param rows each as long as there are widths
   */
  public record Grid(List<Integer> widths, List<String> header, List<List<String>> rows)
      implements Part {
    public Grid {
      widths = List.copyOf(widths);
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
      int columns = widths.size();
      if ((!header.isEmpty() && header.size() != columns)
          || rows.stream().anyMatch(row -> row.size() != columns)) {
        throw new IllegalArgumentException("every row has " + columns + " cells");
      }
    }
  }
}
