package org.xinyidai.models.record;

import java.util.List;
import org.xinyidai.models.subject.Code;

/** What a decision does to a subject's place on a list, and why it leaves (列入、移出). */
public enum ListingAction implements Code {
  ENTERED("列入|认定"),
  REPAIRED("修复移出|信用修复"),
  EXPIRED("到期移出|期满"),
  REVOKED("撤销认定|撤销");

  /** All codes in stored order. */
  public static final List<ListingAction> ALL = List.of(values());

  private final String spellings;

  ListingAction(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
