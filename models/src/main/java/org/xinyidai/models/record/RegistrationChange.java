package org.xinyidai.models.record;

import java.util.List;
import org.xinyidai.models.subject.Code;

/** What a registration record tells (登记事项变更). */
public enum RegistrationChange implements Code {
  SNAPSHOT("现状|年报"),
  FOUNDED("设立|设立登记"),
  LEGAL_REPRESENTATIVE("法定代表人变更|负责人变更"),
  SHAREHOLDER("股东变更|投资人变更"),
  CAPITAL("注册资本变更"),
  ADDRESS("住所变更|地址变更"),
  NAME("名称变更"),
  SCOPE("经营范围变更"),
  STATUS("状态变更");

  /** All codes in stored order. */
  public static final List<RegistrationChange> ALL = List.of(values());

  private final String spellings;

  RegistrationChange(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
