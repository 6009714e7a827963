package org.xinyidai.models.record;

/** What validation says of one source record. A bad record is data for a report, no exception. */
public sealed interface Validated<R> {
  record Accepted<R>(R value) implements Validated<R> {}

  /**
   * A record that may not become a fact.
   *
   * @param field the column that is at fault
   */
  record Rejected<R>(Reason reason, String field) implements Validated<R> {}

  /**
   * Why a record is refused, in descending precedence: when several apply, the first is reported.
   */
  enum Reason {
    ROW_UNREADABLE("无法解析该行"),
    FIELD_MISSING("必填项缺失"),
    USCC_MALFORMED("统一社会信用代码校验不通过"),
    VALUE_UNREADABLE("取值无法识别"),
    FORMULA("公式或形似公式的文本"),
    CODE_UNKNOWN("代码不在允许范围"),
    TEXT_TOO_LONG("文本过长"),
    PERIOD_IN_FUTURE("所属期晚于接收日"),
    PERIOD_TOO_OLD("所属期早于1990年"),
    AMOUNT_NEGATIVE("数值不得为负"),
    AMOUNTS_DISAGREE("金额勾稽不符"),
    DATES_DISAGREE("日期先后矛盾");

    private final String titleZh;

    Reason(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }
}
