package org.xinyidai.connectors.retention;

import java.time.Period;

/**
 * How long one kind of data is kept (保存期限规则). Of facts only adverse ones about persons ever go.
 *
 * @param keep at least; what is older goes, unless something refers to it
 * @param reason why so long and no longer
 */
public record RetentionRule(Kind kind, Period keep, String reason) {
  /** What is kept; the code names it in the file and in reports. */
  public enum Kind {
    FEATURE_SNAPSHOT("feature_snapshots", "特征快照"),
    PAST_RATING("past_batch_scores", "已被取代的批量评分"),
    SERVED_SCORE("served_scores", "存档评分"),
    /** Of sole traders and farmers, counted from the end of the behaviour. */
    PERSONAL_ADVERSE_FACT("personal_adverse_facts", "个人不良信息"),
    /** With the names by which a lender knows the enterprises in it, and the marks of its rows. */
    LEAD_EXPORT("lead_exports", "线索导出");

    private final String code;
    private final String titleZh;

    Kind(String code, String titleZh) {
      this.code = code;
      this.titleZh = titleZh;
    }

    public String code() {
      return code;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  public RetentionRule {
    if (keep.isNegative() || keep.isZero()) {
      throw new IllegalArgumentException(kind.code() + ": keep must be above zero");
    }
  }
}
