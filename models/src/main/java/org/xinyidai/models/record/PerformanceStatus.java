package org.xinyidai.models.record;

import java.util.List;
import org.xinyidai.models.subject.Code;

/** How a procurement contract goes (履约情况). */
public enum PerformanceStatus implements Code {
  PERFORMING("履行中|正在履约"),
  COMPLETED("履约完成|已验收"),
  DEFAULTED("违约"),
  TERMINATED("终止|解除");

  /** All codes in stored order. */
  public static final List<PerformanceStatus> ALL = List.of(values());

  private final String spellings;

  PerformanceStatus(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
