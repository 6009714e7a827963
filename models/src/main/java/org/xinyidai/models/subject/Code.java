package org.xinyidai.models.subject;

import java.util.List;

/**
 * A code of a closed list (代码): stored as its place in the list, so that codes are appended and
 * never moved. Files may send its name or one of its spellings.
 */
public interface Code {
  String name();

  /** Spellings that offices send, the first being the Chinese title. */
  List<String> spellings();

  default String titleZh() {
    return spellings().get(0);
  }
}
