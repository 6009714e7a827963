package org.xinyidai.models.financing.application;

/** Who has a part in an application (参与方). */
public enum Party {
  ENTERPRISE("企业"),
  LENDER("金融机构"),
  GUARANTOR("担保机构"),
  OFFICE("主管部门"),
  /** The platform itself, by the clock or as a consequence of another step. */
  PLATFORM("平台");

  private final String titleZh;

  Party(String titleZh) {
    this.titleZh = titleZh;
  }

  public String titleZh() {
    return titleZh;
  }
}
