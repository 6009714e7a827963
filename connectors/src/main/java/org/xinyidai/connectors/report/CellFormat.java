package org.xinyidai.connectors.report;

/** How a number is shown in a spreadsheet (数字格式); the number itself stays exact. */
public enum CellFormat {
  COUNT("#,##0"),
  /** Of a fraction: 0.1523 is shown as 15.23%. */
  PERCENT("0.00%"),
  YUAN("#,##0.00"),
  POINTS("0.00"),
  /** A number that is neither of these, such as hours. */
  DECIMAL("0.0000");

  private final String pattern;

  CellFormat(String pattern) {
    this.pattern = pattern;
  }

  String pattern() {
    return pattern;
  }
}
