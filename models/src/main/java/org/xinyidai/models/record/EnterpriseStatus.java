package org.xinyidai.models.record;

import java.util.List;
import org.xinyidai.models.subject.Code;

/** State of registration (登记状态). */
public enum EnterpriseStatus implements Code {
  ACTIVE("存续|在业|开业|在营"),
  REVOKED("吊销|吊销未注销"),
  DEREGISTERED("注销|已注销"),
  MOVED("迁出|迁往外地"),
  ABNORMAL("经营异常|列入经营异常名录"),
  LIQUIDATING("清算|清算中"),
  BANKRUPT("破产|进入破产程序");

  /** All codes in stored order. */
  public static final List<EnterpriseStatus> ALL = List.of(values());

  private final String spellings;

  EnterpriseStatus(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
