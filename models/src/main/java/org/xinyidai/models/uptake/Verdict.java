package org.xinyidai.models.uptake;

/** Whether an item's target is reached (达标情况). */
public enum Verdict {
  MET("met", "达标"),
  MISSED("missed", "未达标"),
  /** An input is not known, or the whole is nothing. */
  UNKNOWN("unknown", "无法判断"),
  /** The source sets none. */
  NO_TARGET("no_target", "未设目标");

  private final String id;
  private final String titleZh;

  Verdict(String id, String titleZh) {
    this.id = id;
    this.titleZh = titleZh;
  }

  /** The stable name in answers. */
  public String id() {
    return id;
  }

  public String titleZh() {
    return titleZh;
  }
}
