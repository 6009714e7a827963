package org.xinyidai.models.financing.application;

import org.xinyidai.models.product.Text;

/**
 * Why a step cannot be taken (不能办理的原因). Declared in descending precedence: when several apply, the
 * first is the one reported.
 */
public enum Obstacle {
  NOT_YOUR_STEP("该步骤不由您这一方办理", "this step is not yours to take"),
  ENDED("申请已终结，不能再办理；需要资金请重新申请", "the application has ended; apply again if you need money"),
  NOT_FROM_HERE("当前状态不能办理该步骤", "this step cannot be taken from this state"),
  TOO_MANY_STEPS("办理记录已达上限，请联系平台", "the history is full; ask the platform"),
  NOTE_MISSING("请用1至2000个字填写说明", "say it in a note of 1 to 2000 characters"),
  NUMBER_INVALID("请填写1至64个字的编号", "give a number of 1 to 64 characters"),
  OUT_OF_RANGE(
      "数值超出允许范围，请核对金额（分）、利率（基点）与期限（月）", "out of range; check fen, basis points and months"),
  DAY_IMPOSSIBLE(
      "日期不能晚于今天或早于前一环节，到期日须在其后",
      "a day may not be in the future or before the step it follows, a due day must come after"),
  NUMBER_USED("该编号已使用，请核对是否重复报送", "this number is taken; check whether it was reported before"),
  DOCUMENTS_OWED("企业尚欠补件，请等待提交或以 R02 办结", "documents are owed; wait for them or refuse by R02"),
  NO_DOCUMENTS_OWED("没有待补的材料", "no documents are owed"),
  GUARANTOR_KNOWN("已邀请担保机构，待其不予担保后可另邀", "a guarantor is invited; another may be once it declines"),
  GUARANTOR_IS_LENDER("担保机构不能是贷款机构本身", "the lender cannot guarantee its own loan"),
  GUARANTEE_ANSWERED("担保意见已出具", "the guarantee was answered already"),
  GUARANTEE_PENDING("担保机构尚未答复", "the guarantor has not answered yet"),
  GUARANTEE_ABSENT("担保方式为保证，但担保机构未同意担保", "secured by guarantee, but the guarantor declined"),
  SAME_LENDER("转办须选另一家机构的产品", "choose a product of another lender"),
  ABOVE_DEMAND("授信金额不能超过申请金额", "a grant may not exceed what was asked for"),
  GRANT_LAPSED("授信已过有效期", "the grant is no longer valid"),
  ABOVE_GRANT("累计放款不能超过授信金额", "draw-downs together may not exceed the grant"),
  ABOVE_BALANCE("金额不能超过贷款余额", "the amount may not exceed the balance"),
  BALANCE_LEFT("尚有贷款余额，还清后才能结清", "a balance is left; it is settled when all is repaid"),
  NOT_COVERED("续贷放款须覆盖原贷款余额", "the renewal must cover the balance of the old loan"),
  NOT_YET("尚未到期", "it is not due yet");

  private final String zh;
  private final String en;

  Obstacle(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** What is wrong and what would be right. */
  public Text words() {
    return new Text(zh, en);
  }
}
