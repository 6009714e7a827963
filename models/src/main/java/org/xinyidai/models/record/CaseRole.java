package org.xinyidai.models.record;

import java.util.List;
import org.xinyidai.models.subject.Code;

/** Side of a party in a case (诉讼地位). */
public enum CaseRole implements Code {
  PLAINTIFF("原告|申请人"),
  DEFENDANT("被告|被申请人"),
  EXECUTED("被执行人"),
  THIRD_PARTY("第三人");

  /** All codes in stored order. */
  public static final List<CaseRole> ALL = List.of(values());

  private final String spellings;

  CaseRole(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
