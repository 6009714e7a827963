package org.xinyidai.models.verification;

/** Why a verification stands where it does (认证结论原因). */
public enum Cause {
  NONE("", ""),
  NAME_UNKNOWN(
      "登记信息中没有法定代表人，由主管部门人工核查", "The register names no legal representative; the office will look"),
  NAME_DIFFERS(
      "申请的法定代表人与市场监管登记不一致，请核对姓名或先办理登记变更后重新申请",
      "The register names another legal representative; check the name, or have the register changed, and file again"),
  TRANSFER_FAILED(
      "打款未成功，请核对开户行和账号后重新申请", "The transfer failed; check bank and account and file again"),
  TOO_MANY_TRIES("回填错误次数过多，请重新申请", "What was entered was wrong too often; file again"),
  EXPIRED("未在期限内回填，请重新申请", "Nothing was entered in time; file again"),
  CONFIRMED("已正确回填打款金额与验证码", "Amount and code of the transfer were entered right"),
  OFFICE("由主管部门决定", "Decided by the office");

  private final String zh;
  private final String en;

  Cause(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** For the enterprise, with what to do next; empty where nothing is to say. */
  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
