package org.xinyidai.models.warning;

/** How much a warning weighs (预警等级). */
public enum Severity {
  /** To be looked at (黄色). */
  WATCH("黄色"),
  /** To be acted upon (橙色). */
  SERIOUS("橙色"),
  /** At once (红色). */
  URGENT("红色");

  private final String titleZh;

  Severity(String titleZh) {
    this.titleZh = titleZh;
  }

  public String titleZh() {
    return titleZh;
  }
}
