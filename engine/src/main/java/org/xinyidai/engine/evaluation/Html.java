package org.xinyidai.engine.evaluation;

import java.util.List;
import java.util.Locale;

/** Pieces of an HTML page (网页片段). All text from outside is escaped here and nowhere else. */
final class Html {
  private static final String STYLE =
      """
      body{font:15px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;
       color:#1f2933;max-width:1000px;margin:24px auto;padding:0 20px}
      h1{font-size:24px} h2{font-size:18px;margin-top:32px;border-bottom:1px solid #d9e2ec}
      h3{font-size:15px;margin:18px 0 4px}
      table{border-collapse:collapse;width:100%;font-size:13px;margin:8px 0}
      th,td{border:1px solid #d9e2ec;padding:3px 8px;text-align:left;overflow-wrap:anywhere}
      th{background:#f0f4f8} td.n{text-align:right;font-variant-numeric:tabular-nums}
      .plots{display:grid;grid-template-columns:1fr 1fr;gap:16px} svg{width:100%;height:auto}
      .warn{background:#fff4e5;border-left:4px solid #d9822b;padding:4px 12px}
      svg .title{font-size:14px;font-weight:bold} svg .tick,svg .key{font-size:11px;fill:#52606d}
      svg .axis{font-size:12px} svg .grid{stroke:#e4e7eb}
      @media(max-width:700px){.plots{grid-template-columns:1fr}}
      @media print{body{max-width:none;margin:0} h2,h3,table,svg{break-inside:avoid}}
      """;

  private Html() {}

  /** The beginning of a page that needs nothing else, up to its title. */
  static String head(String title) {
    return "<!DOCTYPE html>\n<html lang='zh-CN'><head><meta charset='utf-8'>"
        + "<meta name='viewport' content='width=device-width'><title>"
        + escape(title)
        + "</title><style>"
        + STYLE
        + "</style></head><body>\n<h1>"
        + escape(title)
        + "</h1>\n";
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Figures in the same form everywhere, whatever the language of the machine. */
  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
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
