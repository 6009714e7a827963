package org.xinyidai.engine.supervision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an enterprise has come (漏斗环节). An enterprise may reach one without the one before, where
 * the platform does not ask for it; each is counted for itself.
 */
public enum FunnelStage {
  /** Had its first account or claim. */
  REGISTERED("registered", "注册", null),
  /** Is verified. */
  VERIFIED("verified", "实名认证", REGISTERED),
  /** At least one product was open to a demand or an application of it. */
  MATCHED("matched", "匹配到产品", VERIFIED),
  /** Filed an application. */
  APPLIED("applied", "申请", MATCHED),
  /** Was granted a loan. */
  GRANTED("granted", "授信", APPLIED),
  /** Drew money. */
  DRAWN("drawn", "放款", GRANTED),
  /** Settled a loan. */
  REPAID("repaid", "结清", DRAWN);

  private final String code;
  private final String titleZh;
  private final @Nullable FunnelStage before;

  FunnelStage(String code, String titleZh, @Nullable FunnelStage before) {
    this.code = code;
    this.titleZh = titleZh;
    this.before = before;
  }

  /** The stable name in files and answers. */
  public String code() {
    return code;
  }

  public String titleZh() {
    return titleZh;
  }

  /** The stage from which one comes to this; empty for the first. */
  public Optional<FunnelStage> before() {
    return Optional.ofNullable(before);
  }

  /** Whether it is told by applications alone, and so by what one lender has of its own. */
  public boolean isOfApplications() {
    return this == APPLIED || this == GRANTED || this == DRAWN || this == REPAID;
  }
}
