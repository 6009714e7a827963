package org.xinyidai.models.financing.application;

import static org.xinyidai.models.financing.application.ApplicationState.Phase.BORROWING;
import static org.xinyidai.models.financing.application.ApplicationState.Phase.CHOOSING;
import static org.xinyidai.models.financing.application.ApplicationState.Phase.ENDED;
import static org.xinyidai.models.financing.application.ApplicationState.Phase.HANDLING;

/** Where an application stands (申请状态). The name is the stable code. */
public enum ApplicationState {
  SUBMITTED(HANDLING, "已提交", "submitted"),
  ACCEPTED(HANDLING, "已受理", "accepted"),
  DUE_DILIGENCE(HANDLING, "尽职调查中", "in due diligence"),
  GRANTED(CHOOSING, "已授信", "granted"),
  TAKEN_UP(CHOOSING, "企业已选用", "taken up by the enterprise"),
  CONTRACTED(BORROWING, "已签约", "contract signed"),
  LENT(BORROWING, "还款中", "lent"),
  OVERDUE(BORROWING, "逾期", "overdue"),
  SETTLED(ENDED, "已结清", "settled"),
  DECLINED(ENDED, "不予受理", "declined"),
  REFUSED(ENDED, "审批未通过", "refused"),
  WITHDRAWN(ENDED, "企业撤回", "withdrawn"),
  NOT_CHOSEN(ENDED, "企业选用他行", "another lender was chosen"),
  EXPIRED(ENDED, "已失效", "expired"),
  REASSIGNED(ENDED, "已转办", "given to another lender");

  private final Phase phase;
  private final String titleZh;
  private final String titleEn;

  ApplicationState(Phase phase, String titleZh, String titleEn) {
    this.phase = phase;
    this.titleZh = titleZh;
    this.titleEn = titleEn;
  }

  /** What the state means for the clock and for the other lenders of the same demand. */
  public enum Phase {
    /** The lender owes a decision; its working days run. */
    HANDLING,
    /** The enterprise has a grant and owes a choice, or the contract is being drawn up. */
    CHOOSING,
    /** A contract is signed; money may flow. */
    BORROWING,
    /** Nothing more happens. */
    ENDED
  }

  public Phase phase() {
    return phase;
  }

  public String titleZh() {
    return titleZh;
  }

  public String titleEn() {
    return titleEn;
  }
}
