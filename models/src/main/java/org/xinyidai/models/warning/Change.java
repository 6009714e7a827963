package org.xinyidai.models.warning;

/** How a measure is held against its own past (变化方式). */
public enum Change {
  /** It fell by at least this share of what it was; what was not above zero cannot fall so. */
  FALLEN_BY_SHARE,
  /** It fell by at least so much. */
  FALLEN_BY,
  /** It rose by at least so much. */
  RISEN_BY;

  /** How far it changed in this sense; NaN where one of the two is missing. */
  double of(double was, double is) {
    return switch (this) {
      case FALLEN_BY_SHARE -> was > 0 ? (was - is) / was : Double.NaN;
      case FALLEN_BY -> was - is;
      case RISEN_BY -> is - was;
    };
  }
}
