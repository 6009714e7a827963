package org.xinyidai.models.monitoring;

import org.xinyidai.models.product.Text;

/**
 * One measure beyond its limit (监控预警).
 *
 * @param subject what of the measure: a feature, or a month; empty where there is one alone
 * @param limit the declared limit that it passed
 * @param moved what moved, in a sentence
 * @param next what to do about it
 */
public record Alert(
    Measure measure,
    Level level,
    String subject,
    double value,
    double limit,
    Text moved,
    Text next) {

  /** How urgent it is, the most urgent first. */
  public enum Level {
    ACT("act", "处置"),
    WATCH("watch", "关注");

    private final String id;
    private final String titleZh;

    Level(String id, String titleZh) {
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

  /** What is measured, in the order in which alerts of one level are told. */
  public enum Measure {
    AUC_DROP("auc-drop", "区分度下降（AUC）"),
    KS_DROP("ks-drop", "区分度下降（KS）"),
    SCORE_PSI("score-psi", "评分分布偏移"),
    FEATURE_PSI("feature-psi", "入模指标偏移"),
    UNSCORED("unscored-share", "未评分占比"),
    OVERRIDE("override-rate", "人工推翻率");

    private final String id;
    private final String titleZh;

    Measure(String id, String titleZh) {
      this.id = id;
      this.titleZh = titleZh;
    }

    /** The stable name in answers and rules. */
    public String id() {
      return id;
    }

    public String titleZh() {
      return titleZh;
    }
  }
}
