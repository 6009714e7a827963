package org.xinyidai.models.record;

import java.util.List;
import org.xinyidai.models.subject.Code;

/** A list on which a subject may stand (信用名单). */
public enum CreditListKind implements Code {
  RED("红名单|守信激励名单|诚信红名单"),
  BLACK("黑名单|失信黑名单|重点关注名单"),
  SERIOUSLY_DISHONEST("严重失信主体名单|严重违法失信名单");

  /** All codes in stored order. */
  public static final List<CreditListKind> ALL = List.of(values());

  private final String spellings;

  CreditListKind(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
