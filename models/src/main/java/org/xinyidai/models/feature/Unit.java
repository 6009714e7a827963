package org.xinyidai.models.feature;

/** The unit of a feature's value; a shortfall is told in the same unit. */
public enum Unit {
  FEN("分"),
  /** A plain share or rate: 0.25 is a quarter. */
  RATIO(""),
  COUNT("个"),
  MONTHS("个月"),
  DAYS("天"),
  YEARS("岁"),
  PERSONS("人"),
  KILOWATT_HOURS("千瓦时"),
  /** A hundredth of a percent a year. */
  BASIS_POINTS("基点"),
  /** An ordered class, the higher the better; its words are told by the feature's label. */
  CLASS("级"),
  /** A bare number, such as a logarithm or a slope. */
  NUMBER("");

  private final String titleZh;

  Unit(String titleZh) {
    this.titleZh = titleZh;
  }

  public String titleZh() {
    return titleZh;
  }
}
