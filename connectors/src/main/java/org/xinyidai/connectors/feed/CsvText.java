package org.xinyidai.connectors.feed;

import de.siegmar.fastcsv.reader.CsvRecord;

/** Writes a CSV record back into one line of text, quoting where it must. */
final class CsvText {
  private CsvText() {}

  static String line(CsvRecord record) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < record.getFieldCount(); i++) {
      String field = record.getField(i);
      line.append(i == 0 ? "" : ",");
      if (needsQuotes(field)) {
        line.append('"').append(field.replace("\"", "\"\"")).append('"');
      } else {
        line.append(field);
      }
    }
    return line.toString();
  }

  private static boolean needsQuotes(String field) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }
}
