package org.xinyidai.engine.lenderreport;

/** How a report came in (报送渠道). */
public enum Channel {
  API("接口"),
  CSV("CSV文件"),
  XLSX("XLSX文件");

  private final String titleZh;

  Channel(String titleZh) {
    this.titleZh = titleZh;
  }

  public String titleZh() {
    return titleZh;
  }
}
