package org.xinyidai.engine.evaluation;

import java.util.List;

/** Pieces of an HTML page (网页片段). All text from outside is escaped here and nowhere else. */
final class Html {
  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A table; every cell is text, and what looks like a number stands to the right. */
  static String table(List<String> header, List<List<String>> rows) {
    StringBuilder table = new StringBuilder("<table><thead><tr>");
    header.forEach(name -> table.append("<th>").append(escape(name)).append("</th>"));
    table.append("</tr></thead><tbody>");
    for (List<String> row : rows) {
      table.append("<tr>");
      for (String cell : row) {
        boolean number = cell.matches("[-+]?[\\d,]*\\.?\\d+%?");
        table.append(number ? "<td class='n'>" : "<td>").append(escape(cell)).append("</td>");
      }
      table.append("</tr>\n");
    }
    return table.append("</tbody></table>\n").toString();
  }

  static String list(List<String> lines) {
    StringBuilder list = new StringBuilder("<ul>");
    lines.forEach(line -> list.append("<li>").append(escape(line)).append("</li>\n"));
    return list.append("</ul>\n").toString();
  }

  static String heading(String words) {
    return "<h2>" + escape(words) + "</h2>\n";
  }
}
