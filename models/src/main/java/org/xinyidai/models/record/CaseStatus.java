package org.xinyidai.models.record;

import java.util.List;
import org.xinyidai.models.subject.Code;

/** Whether a case is still heard or enforced (案件状态). */
public enum CaseStatus implements Code {
  OPEN("未结|审理中|执行中"),
  CLOSED("已结|结案|执行完毕");

  /** All codes in stored order. */
  public static final List<CaseStatus> ALL = List.of(values());

  private final String spellings;

  CaseStatus(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
