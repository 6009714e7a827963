package org.xinyidai.models.financing.application;

import java.util.Optional;
import org.xinyidai.models.product.Text;

/**
 * Who is reminded of an application that waits (催办级别), by the working days that a lender has used.
 */
public enum ReminderLevel {
  OFFICER(5, "经办人", "the officer"),
  BRANCH_HEAD(8, "网点负责人", "the head of the branch"),
  LENDER_HEAD(10, "机构负责人", "the head of the lender"),
  /** Past the term: it is for the office to act. */
  OFFICE(11, "主管部门", "the financing office");

  private final int afterDays;
  private final String zh;
  private final String en;

  ReminderLevel(int afterDays, String zh, String en) {
    this.afterDays = afterDays;
    this.zh = zh;
    this.en = en;
  }

  /** From how many used working days on. */
  public int afterDays() {
    return afterDays;
  }

  public Text title() {
    return new Text(zh, en);
  }

  /** The highest level that so many used working days have reached. */
  static Optional<ReminderLevel> reached(int usedDays) {
    Optional<ReminderLevel> highest = Optional.empty();
    for (ReminderLevel level : values()) {
      highest = usedDays >= level.afterDays ? Optional.of(level) : highest;
    }
    return highest;
  }
}
