package org.xinyidai.models.subject;

import java.util.List;

/** Form of a market subject (经营主体类型). */
public enum SubjectType implements Code {
  FIRM("企业|公司"),
  SOLE_TRADER("个体工商户"),
  FARMER_COOPERATIVE("农民专业合作社"),
  FARMER("农户|家庭农场");

  /** All codes in stored order. */
  public static final List<SubjectType> ALL = List.of(values());

  private final String spellings;

  SubjectType(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
