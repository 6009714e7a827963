package org.xinyidai.models.record;

import java.util.List;
import org.xinyidai.models.subject.Code;

/** Subject of a case (案由). */
public enum CaseKind implements Code {
  LOAN_DISPUTE("借款合同纠纷|民间借贷纠纷"),
  CONTRACT_DISPUTE("合同纠纷|买卖合同纠纷"),
  LABOUR_DISPUTE("劳动争议"),
  ADMINISTRATIVE("行政案件|行政诉讼"),
  CRIMINAL("刑事案件"),
  ENFORCEMENT("执行案件"),
  BANKRUPTCY("破产案件|破产清算"),
  OTHER("其他");

  /** All codes in stored order. */
  public static final List<CaseKind> ALL = List.of(values());

  private final String spellings;

  CaseKind(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
