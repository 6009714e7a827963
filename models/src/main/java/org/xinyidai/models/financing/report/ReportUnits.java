package org.xinyidai.models.financing.report;

/** In which units a line was written (报送单位). */
public enum ReportUnits {
  /** As calls say it: fen and basis points. */
  FEN_AND_BASIS_POINTS(0),
  /** As people write it in files: yuan and percent, both with two decimals at most. */
  YUAN_AND_PERCENT(2);

  private final int decimals;

  ReportUnits(int decimals) {
    this.decimals = decimals;
  }

  /** How far the point is moved to come to the platform's units. */
  int decimals(ReportField.Kind kind) {
    return kind == ReportField.Kind.MONEY || kind == ReportField.Kind.RATE ? decimals : 0;
  }
}
