package org.xinyidai.engine.simulation;

/** What becomes of one row on its way (数据行去向), decided by chance once and for all. */
enum Fate {
  ON_TIME,
  LATE_ONE_MONTH,
  LATE_TWO_MONTHS,
  REPEATED_AT_ONCE,
  REPEATED_NEXT_MONTH,
  CORRECTED_AT_ONCE,
  CORRECTED_NEXT_MONTH,
  WRONG;

  /** Deliveries after that of its own month which may still hold a row. */
  static final int MOST_MONTHS_LATE = 2;

  private static final double TWO_MONTHS = 0.25;

  /** The fate for a draw from 0 to 1 and another for its kind. */
  static Fate of(Trouble trouble, double draw, double kind) {
    double left = draw - trouble.late();
    if (left < 0) {
      return kind < TWO_MONTHS ? LATE_TWO_MONTHS : LATE_ONE_MONTH;
    }
    left -= trouble.repeated();
    if (left < 0) {
      return kind < trouble.atOnce().repeated() ? REPEATED_AT_ONCE : REPEATED_NEXT_MONTH;
    }
    left -= trouble.corrected();
    if (left < 0) {
      return kind < trouble.atOnce().corrected() ? CORRECTED_AT_ONCE : CORRECTED_NEXT_MONTH;
    }
    return left < trouble.wrong() ? WRONG : ON_TIME;
  }

  /** How often the row stands in the delivery so many months after its own. */
  int copies(int monthsLate) {
    return switch (this) {
      case ON_TIME, WRONG -> monthsLate == 0 ? 1 : 0;
      case LATE_ONE_MONTH -> monthsLate == 1 ? 1 : 0;
      case LATE_TWO_MONTHS -> monthsLate == 2 ? 1 : 0;
      case REPEATED_AT_ONCE, CORRECTED_AT_ONCE -> monthsLate == 0 ? 2 : 0;
      case REPEATED_NEXT_MONTH, CORRECTED_NEXT_MONTH -> monthsLate <= 1 ? 1 : 0;
    };
  }
}
