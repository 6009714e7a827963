package org.xinyidai.models.product;

import java.util.Optional;
import java.util.stream.Stream;

/** What stands behind the loan (担保方式). */
public enum SecurityMode {
  CREDIT("credit", "信用", "credit"),
  GUARANTEE("guarantee", "保证", "guarantee"),
  MORTGAGE("mortgage", "抵押", "mortgage"),
  PLEDGE("pledge", "质押", "pledge"),
  RISK_SHARED("riskShared", "风险分担", "shared risk");

  private final String code;
  private final String titleZh;
  private final String titleEn;

  SecurityMode(String code, String titleZh, String titleEn) {
    this.code = code;
    this.titleZh = titleZh;
    this.titleEn = titleEn;
  }

  /** The kind of a code; empty when there is none. */
  public static Optional<SecurityMode> ofCode(String code) {
    return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  /** The stable code in product files. */
  public String code() {
    return code;
  }

  public String titleZh() {
    return titleZh;
  }

  public Text title() {
    return new Text(titleZh, titleEn);
  }
}
