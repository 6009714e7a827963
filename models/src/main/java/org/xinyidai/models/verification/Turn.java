package org.xinyidai.models.verification;

/** What came of an event (办理结果). What cannot be done now is an answer, no exception. */
public sealed interface Turn {
  /** The verification as it stands now. */
  record Taken(Verification after) implements Turn {}

  /** All stands as before. */
  record Barred(Bar bar) implements Turn {}

  /** Why something cannot be done now, with what to do instead. */
  enum Bar {
    UNDER_WAY("认证正在办理，请等待结果", "A verification is under way; wait for its end"),
    ALREADY_VERIFIED("已实名，无需重复申请", "It is verified already"),
    TOO_MANY_FILINGS("申请次数已达上限，请联系主管部门", "It filed too often; ask the office"),
    NOT_DUE("没有待打款的认证", "No transfer is to be made"),
    NOT_SENT("打款尚未完成或已结束，当前无需回填", "No transfer waits to be confirmed"),
    NOTE_MISSING("请填写说明", "A note is required"),
    NOT_IN_REVIEW("仅“待人工核查”的认证可转入打款", "Only one in review can proceed"),
    NOT_REFUSED("仅未通过的认证可重新开放申请", "Only a refused one can be reopened");

    private final String zh;
    private final String en;

    Bar(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    public String zh() {
      return zh;
    }

    public String en() {
      return en;
    }
  }
}
