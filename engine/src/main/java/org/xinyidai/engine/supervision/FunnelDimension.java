package org.xinyidai.engine.supervision;

/** By what the funnel is taken apart (漏斗维度). */
public enum FunnelDimension {
  DISTRICT("district", "区县", true),
  INDUSTRY("industry", "行业门类", true),
  SIZE("size", "企业规模", true),
  LENDER("lender", "金融机构", false),
  PRODUCT("product", "金融产品", false),
  FIRST_LOAN("first_loan", "首贷户", false),
  SECURITY("security", "担保方式", false);

  private final String code;
  private final String titleZh;
  private final boolean ofEnterprise;

  FunnelDimension(String code, String titleZh, boolean ofEnterprise) {
    this.code = code;
    this.titleZh = titleZh;
    this.ofEnterprise = ofEnterprise;
  }

  /** The stable name in files and answers. */
  public String code() {
    return code;
  }

  public String titleZh() {
    return titleZh;
  }

  /** Whether an enterprise has one value of it, so that every stage can be told. */
  public boolean isOfEnterprise() {
    return ofEnterprise;
  }
}
