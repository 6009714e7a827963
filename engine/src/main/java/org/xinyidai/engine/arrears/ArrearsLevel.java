package org.xinyidai.engine.arrears;

import java.util.Optional;

/** How loud a notice is (督促级别), in order: each level once for a matter. G4. */
public enum ArrearsLevel {
  REMINDER("提醒函"),
  NOTICE("督办通知"),
  /** Told to all who are concerned. */
  CIRCULAR("通报");

  /** A level follows the one before after so many working days in which nothing was mended. */
  public static final int DAYS_BETWEEN = 5;

  private final String titleZh;

  ArrearsLevel(String titleZh) {
    this.titleZh = titleZh;
  }

  public String titleZh() {
    return titleZh;
  }

  /** The level behind this one. */
  Optional<ArrearsLevel> next() {
    return switch (this) {
      case REMINDER -> Optional.of(NOTICE);
      case NOTICE -> Optional.of(CIRCULAR);
      case CIRCULAR -> Optional.empty();
    };
  }
}
