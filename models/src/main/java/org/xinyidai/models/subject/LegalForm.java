package org.xinyidai.models.subject;

import java.util.List;

/** Legal form as a name tells it (组织形式): the last part of a registered name. */
public enum LegalForm {
  STOCK_COMPANY("股份有限公司|股份公司"),
  LIMITED_COMPANY("有限责任公司|责任有限公司|有限公司|有限责任"),
  PARTNERSHIP("合伙企业"),
  COOPERATIVE("农民专业合作社|专业合作社|合作社"),
  /** Only 公司 is written: of which kind, the name does not tell. */
  COMPANY("公司"),
  /** The name says that it is a sole trader's (个体工商户). */
  SOLE_TRADER("个体工商户|个体经营|个体户"),
  /** Nothing is said, as in the names of most shops. */
  NONE("");

  private final String spellings;

  LegalForm(String spellings) {
    this.spellings = spellings;
  }

  /** How names write it, longest first, so that a longer form is not read as a shorter one. */
  List<String> spellings() {
    return spellings.isEmpty() ? List.of() : List.of(spellings.split("\\|"));
  }

  /** Whether two names may mean one enterprise as far as the form goes. */
  public boolean isCompatibleWith(LegalForm other) {
    return this == other
        || (this == COMPANY && other.isCompany())
        || (other == COMPANY && isCompany());
  }

  private boolean isCompany() {
    return this == STOCK_COMPANY || this == LIMITED_COMPANY || this == COMPANY;
  }
}
