package org.xinyidai.models.resolution;

/**
 * One thing that speaks for or against a candidate (归集依据).
 *
 * @param weight added to the log-odds, natural logarithm; below zero it speaks against
 */
public record Evidence(Kind kind, Agreement agreement, double weight) {
  /** What was compared. */
  public enum Kind {
    NAME("名称"),
    LEGAL_FORM("组织形式"),
    BRANCH("分支机构"),
    PLACE("行政区划"),
    HOLDER("户名与负责人"),
    ADDRESS("地址"),
    REPRESENTATIVE("法定代表人"),
    PHONE("联系电话"),
    ORGANISATION_CODE("组织机构代码"),
    REGISTRATION_NUMBER("注册号"),
    ACCOUNT("户号历史");

    private final String titleZh;

    Kind(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /** How far the two agree. */
  public enum Agreement {
    SAME("一致"),
    CLOSE("相近"),
    PARTIAL("部分一致"),
    DIFFERENT("不一致"),
    /** One side leaves out what the other says. */
    UNSAID("未注明");

    private final String titleZh;

    Agreement(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }
}
