package org.xinyidai.models.financing.claim;

/** Where a claim stands (认领状态). The name is the stable code. */
public enum ClaimState {
  /** The enterprise may object. */
  FILED("待企业确认"),
  AGREED("企业已确认"),
  OBJECTED("企业有异议"),
  CONFIRMED("已认定"),
  REFUSED("不予认定"),
  WITHDRAWN("已撤回");

  private final String titleZh;

  ClaimState(String titleZh) {
    this.titleZh = titleZh;
  }

  public String titleZh() {
    return titleZh;
  }

  /** Whether the office still owes its word. */
  public boolean isOpen() {
    return this == FILED || this == AGREED || this == OBJECTED;
  }
}
