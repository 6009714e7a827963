package org.xinyidai.engine.learning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a kept model may do (模型状态). */
public enum ModelStatus {
  /** Kept and checked; answers only where it is named. */
  CANDIDATE("candidate", "候选"),
  /** Scores beside the champion, and no one acts on its answers. */
  SHADOW("shadow", "影子"),
  /** Answers where no model is named; there is one at most. */
  CHAMPION("champion", "冠军"),
  /** Kept so that its past answers can be repeated. */
  RETIRED("retired", "退役");

  private final String id;
  private final String titleZh;

  ModelStatus(String id, String titleZh) {
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

  public static Optional<ModelStatus> ofId(String id) {
    return Arrays.stream(values()).filter(status -> status.id.equals(id)).findFirst();
  }

  /** Reads a stored name. */
  @JsonCreator
  static ModelStatus stored(String id) {
    return ofId(id).orElseThrow(() -> new IllegalArgumentException("no model status " + id));
  }
}
