package org.xinyidai.models.record;

import java.util.List;
import org.xinyidai.models.subject.Code;

/** How an article speaks of an enterprise (舆情倾向), as its source judged it. */
public enum NewsTone implements Code {
  POSITIVE("积极|正面"),
  NEUTRAL("中立|中性"),
  NEGATIVE("消极|负面");

  /** All codes in stored order. */
  public static final List<NewsTone> ALL = List.of(values());

  private final String spellings;

  NewsTone(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
