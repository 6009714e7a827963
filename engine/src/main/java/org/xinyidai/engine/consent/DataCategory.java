package org.xinyidai.engine.consent;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.xinyidai.engine.identity.Operation;

/** What part of its file an enterprise can let a lender read (数据类别). */
public enum DataCategory {
  IDENTITY("identity", "登记信息", Operation.GET_ENTERPRISE),
  SCORE("score", "信用评分与理由", Operation.GET_SCORE, Operation.GET_EXPLANATION),
  FEATURES("features", "信用特征", Operation.GET_FEATURES),
  RECORDS("records", "原始记录", Operation.LIST_FACTS);

  private final String id;
  private final String titleZh;
  private final Set<Operation> operations;

  DataCategory(String id, String titleZh, Operation... operations) {
    this.id = id;
    this.titleZh = titleZh;
    this.operations = Set.of(operations);
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
    return Arrays.stream(values()).filter(one -> one.operations.contains(operation)).findFirst();
  }

  public static Optional<DataCategory> ofId(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }
}
