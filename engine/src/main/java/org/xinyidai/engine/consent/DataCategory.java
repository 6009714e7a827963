package org.xinyidai.engine.consent;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import org.xinyidai.engine.identity.Operation;

/** What part of its file an enterprise can let a lender read (数据类别). */
public enum DataCategory {
  IDENTITY("identity", "登记信息"),
  SCORE("score", "信用评分与理由"),
  FEATURES("features", "信用特征"),
  RECORDS("records", "原始记录");

  private final String id;
  private final String titleZh;

  DataCategory(String id, String titleZh) {
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

  /** The category that an operation reads; empty where consent opens nothing. */
  public static Optional<DataCategory> readBy(Operation operation) {
    return switch (operation) {
      // A report names its subject; what else it shows goes by the other categories.
      case GET_ENTERPRISE, PRINT_CREDIT_REPORT, GET_CREDIT_REPORT -> Optional.of(IDENTITY);
      case GET_SCORE, GET_EXPLANATION -> Optional.of(SCORE);
      case GET_FEATURES -> Optional.of(FEATURES);
      case LIST_FACTS -> Optional.of(RECORDS);
      default -> Optional.empty();
    };
  }

  public static Optional<DataCategory> ofId(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }
}
