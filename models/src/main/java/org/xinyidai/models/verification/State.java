package org.xinyidai.models.verification;

/** How far a verification has come (实名认证状态). An enterprise without one is registered, no more. */
public enum State {
  /** The register could not answer: the office looks. */
  REVIEW("review", "待人工核查"),
  /** The name holds; the small transfer is to be made. */
  TRANSFER_DUE("transfer_due", "待打款"),
  /** The transfer was made; the enterprise is to enter amount and code. */
  TRANSFER_SENT("transfer_sent", "待回填"),
  VERIFIED("verified", "已实名"),
  REFUSED("refused", "未通过");

  private final String id;
  private final String titleZh;

  State(String id, String titleZh) {
    this.id = id;
    this.titleZh = titleZh;
  }

  /** The stable name in files and answers. */
  public String id() {
    return id;
  }

  public String titleZh() {
    return titleZh;
  }

  /** Whether somebody still has to do something for it to come to an end. */
  public boolean isRunning() {
    return this == REVIEW || this == TRANSFER_DUE || this == TRANSFER_SENT;
  }
}
