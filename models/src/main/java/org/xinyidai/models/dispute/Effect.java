package org.xinyidai.models.dispute;

/** What a dispute does to the features that read the disputed feed, until it is decided (争议期处理). */
public enum Effect {
  /** The fact is left out and the features are computed without it. */
  EXCLUDE("剔除争议事实重算"),
  /** The features keep the value they had before the fact became known. */
  FREEZE("冻结为争议前取值"),
  /** The fact counts as before, and every answer that stands on it says that it is disputed. */
  MARK("保留效力并标注异议");

  private final String titleZh;

  Effect(String titleZh) {
    this.titleZh = titleZh;
  }

  public String titleZh() {
    return titleZh;
  }
}
