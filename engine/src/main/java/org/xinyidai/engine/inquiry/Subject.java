package org.xinyidai.engine.inquiry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an inquiry is about (咨询事项).
 *
 * @param id of the product, demand or application
 */
public record Subject(Kind kind, String id) {
  /** The kinds of things that are asked about. */
  public enum Kind {
    PRODUCT("product", "信贷产品"),
    DEMAND("demand", "融资需求"),
    APPLICATION("application", "融资申请");

    private final String code;
    private final String titleZh;

    Kind(String code, String titleZh) {
      this.code = code;
      this.titleZh = titleZh;
    }

    /** The stable name in requests and answers. */
    @JsonValue
    public String code() {
      return code;
    }

    public String titleZh() {
      return titleZh;
    }

    public static Optional<Kind> ofCode(String code) {
      return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
  }
}
