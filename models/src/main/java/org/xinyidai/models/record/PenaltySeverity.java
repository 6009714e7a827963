package org.xinyidai.models.record;

import java.util.List;
import org.xinyidai.models.subject.Code;

/** Weight of a dishonest act (失信程度): decides how long it is shown and when it may be repaired. */
public enum PenaltySeverity implements Code {
  MINOR("轻微"),
  GENERAL("一般"),
  SERIOUS("严重");

  /** All codes in stored order. */
  public static final List<PenaltySeverity> ALL = List.of(values());

  private final String spellings;

  PenaltySeverity(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
