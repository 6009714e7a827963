package org.xinyidai.models.complaint;

/** Where a complaint stands (投诉状态). The name is the stable code. */
public enum ComplaintState {
  FILED("待受理"),
  /** Somebody has it and owes an answer. */
  ASSIGNED("办理中"),
  /** The complainant says whether that will do. */
  ANSWERED("已答复"),
  CLOSED("已办结"),
  WITHDRAWN("已撤回");

  private final String titleZh;

  ComplaintState(String titleZh) {
    this.titleZh = titleZh;
  }

  public String titleZh() {
    return titleZh;
  }

  /** Whether an answer is owed. */
  public boolean isOwed() {
    return this == FILED || this == ASSIGNED;
  }
}
