package org.xinyidai.engine.consent;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a lender may use the data for (授权用途). */
public enum Purpose {
  LOAN_REVIEW("loan_review", "贷前审查"),
  LOAN_MANAGEMENT("loan_management", "贷后管理"),
  GUARANTEE_REVIEW("guarantee_review", "担保审查");

  private final String id;
  private final String titleZh;

  Purpose(String id, String titleZh) {
    this.id = id;
    this.titleZh = titleZh;
  }

  /** The stable name in files and answers. */
  @JsonValue
  public String id() {
    return id;
  }

  public String titleZh() {
    return titleZh;
  }

  public static Optional<Purpose> ofId(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }
}
