package org.xinyidai.models.complaint;

/** What is said of a complaint when it comes in (投诉登记): channel, category and against whom. */
public final class ComplaintWords {
  private ComplaintWords() {}

  /** How it came in (受理渠道); F2 names 12345 and 蒙企通. The name is the stable code. */
  public enum Channel {
    ONLINE("平台"),
    HOTLINE_12345("12345热线"),
    MENGQITONG("蒙企通"),
    COUNTER("窗口");

    private final String titleZh;

    Channel(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /** What it is about (投诉类别). The name is the stable code. */
  public enum Category {
    SLOW_HANDLING("办理超时或推诿"),
    FEES_OR_TYING("违规收费或搭售"),
    REFUSAL_UNEXPLAINED("拒贷未说明理由"),
    DATA_WRONG("数据错误或更正不及时"),
    PRIVACY("超范围查询或泄露信息"),
    PLATFORM_SERVICE("平台功能或服务"),
    OTHER("其他");

    private final String titleZh;

    Category(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /** Against whom (被投诉方). The name is the stable code. */
  public enum Against {
    LENDER("金融机构"),
    SOURCE("数源单位"),
    PLATFORM("平台");

    private final String titleZh;

    Against(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }
}
