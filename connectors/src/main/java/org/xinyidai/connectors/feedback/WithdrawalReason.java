package org.xinyidai.connectors.feedback;

import java.util.Optional;
import java.util.stream.Stream;
import org.xinyidai.models.product.Text;

/**
 * Why an application ended without a lender's no (撤回原因). The codes stand beside those of {@link
 * org.xinyidai.models.financing.application.DenialReason}, which begin with R.
 */
public enum WithdrawalReason {
  BY_ENTERPRISE("W01", "企业主动撤回", "the enterprise withdrew it"),
  OTHER_LENDER("W02", "企业选用其他机构", "the enterprise chose another lender"),
  EXPIRED("W03", "到期失效", "it expired"),
  REASSIGNED("W04", "转办其他机构", "it was given to another lender"),
  OTHER("W99", "其他原因", "another reason");

  private final String code;
  private final String zh;
  private final String en;

  WithdrawalReason(String code, String zh, String en) {
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  /** The stable code in lines. */
  public String code() {
    return code;
  }

  public Text words() {
    return new Text(zh, en);
  }

  public static Optional<WithdrawalReason> ofCode(String code) {
    return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
