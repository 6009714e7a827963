package org.xinyidai.models.financing.report;

import org.xinyidai.models.product.Text;

/** Why a reported line cannot be taken (报送行退回原因), at which field. */
public record LineFault(ReportField field, Reason reason) {
  /** What is wrong; declared in descending precedence within a field. */
  public enum Reason {
    MISSING("必填，请补填后重报", "is needed; fill it in and report the line again"),
    TOO_LONG("不得超过200字", "has at most 200 characters"),
    FORMULA("不得为公式，请填写数值或文字", "is a formula; write the value itself"),
    MALFORMED("格式有误，请核对编号或代码", "is not of its form; check the number or code"),
    UNREADABLE(
        "无法识别：金额、利率、期限填数字，日期填 YYYY-MM-DD，是否填 是 或 否",
        "cannot be read: a number, a day YYYY-MM-DD, or true or false"),
    OUT_OF_RANGE("超出允许范围，请核对单位", "is out of range; check the unit"),
    UNKNOWN_CODE("没有此代码，见模板说明", "is no code of the template"),
    NOTHING_REPORTED(
        "除编号外没有任何报送内容，请填写授信、合同、放款、余额、拒贷原因或结清日期",
        "reports nothing beside its numbers; give a grant, contract, draw-down, balance, denial or"
            + " settlement"),
    CONTRADICTS_ITSELF("拒贷与授信、合同、放款不能同时报送", "a denial goes with no grant, contract or draw-down"),
    LINE_TWICE(
        "本批次内编号重复，请合并或另编号", "stands twice in this batch; merge the lines or number them anew"),
    NUMBER_OF_ANOTHER("该编号已用于另一企业或申请，请另编号", "was used for another enterprise; give another number"),
    WIDTH("列数与表头不符，请按模板重新导出", "has other columns than the header; export it by the template");

    private final String zh;
    private final String en;

    Reason(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    /** What to do about it. */
    public Text words() {
      return new Text(zh, en);
    }
  }

  /** The whole sentence: field and next step. */
  public Text words() {
    return new Text(
        field.titleZh() + "：" + reason.words().zh(), field.code() + " " + reason.words().en());
  }
}
