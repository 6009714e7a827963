package org.xinyidai.engine.arrears;

/** By which rule somebody is behind (督促依据). The name is the stable code. */
public enum ArrearsRule {
  SOURCE_MISSING("C6", "每月4日前报送上月信息：漏报"),
  SOURCE_LATE("C6", "每月4日前报送上月信息：迟报"),
  /** Below 99 per cent of a month's rows. */
  SOURCE_CONFORMING_LOW("C9", "合规率低于99%"),
  SOURCE_TIMELY_LOW("C8", "及时率低于100%"),
  LENDER_APPLICATION_LATE("B4", "融资申请10个工作日内办结：超时"),
  LENDER_FILE_MISSING("C6", "每月4日前报送上月贷款：漏报"),
  /** Open for ten working days, the term of an application. */
  LENDER_DIFFERENCE_OPEN("C26", "报送差异10个工作日未处理");

  private final String requirement;
  private final String titleZh;

  ArrearsRule(String requirement, String titleZh) {
    this.requirement = requirement;
    this.titleZh = titleZh;
  }

  /** The row of the requirements. */
  public String requirement() {
    return requirement;
  }

  public String titleZh() {
    return titleZh;
  }
}
