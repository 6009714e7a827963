package org.xinyidai.engine.feedback;

import java.util.Arrays;
import java.util.Optional;

/** How far a record has come at one tier (回传状态). */
public enum Standing {
  /** It waits for its batch, or is on its way. */
  WAITING("waiting", "待回传"),
  /** The node did not say; it is asked again under the same id. */
  UNKNOWN("unknown", "结果未知"),
  ACCEPTED("accepted", "已接收"),
  REJECTED("rejected", "被退回"),
  /** It does not conform, or no batch with it gets through: a person must look. */
  SET_ASIDE("set_aside", "已搁置"),
  /** It was rejected or set aside, and a later record that stands in its place is accepted. */
  MENDED("mended", "已更正");

  private final String code;
  private final String titleZh;

  Standing(String code, String titleZh) {
    this.code = code;
    this.titleZh = titleZh;
  }

  /** The stable name in requests and answers. */
  public String code() {
    return code;
  }

  public String titleZh() {
    return titleZh;
  }

  /** Whether nothing more happens unless a person acts. */
  boolean waitsForPeople() {
    return this == REJECTED || this == SET_ASIDE;
  }

  public static Optional<Standing> ofCode(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
