package org.xinyidai.models.product;

/** What stands behind the loan (担保方式). */
public enum SecurityMode {
  CREDIT("credit", "信用"),
  GUARANTEE("guarantee", "保证"),
  MORTGAGE("mortgage", "抵押"),
  PLEDGE("pledge", "质押"),
  RISK_SHARED("riskShared", "风险分担");

  private final String code;
  private final String titleZh;

  SecurityMode(String code, String titleZh) {
    this.code = code;
    this.titleZh = titleZh;
  }

  /** The stable code in product files. */
  public String code() {
    return code;
  }

  public String titleZh() {
    return titleZh;
  }
}
