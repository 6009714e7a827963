package org.xinyidai.connectors.feedback;

import java.util.Optional;
import java.util.stream.Stream;
import org.xinyidai.models.product.Text;

/** By which way the platform learnt of a result (结果来源). */
public enum ResultOrigin {
  /** A step of an application; it names the application and the product. */
  WORKFLOW("workflow", "线上办理"),
  API("api", "接口报送"),
  FILE("file", "月度文件报送"),
  /** A loan outside the platform that its lender claims with evidence. */
  CLAIMED("claimed", "平台外贷款认领");

  private final String code;
  private final String titleZh;

  ResultOrigin(String code, String titleZh) {
    this.code = code;
    this.titleZh = titleZh;
  }

  /** The stable code in lines. */
  public String code() {
    return code;
  }

  public Text title() {
    return new Text(titleZh, code);
  }

  public static Optional<ResultOrigin> ofCode(String code) {
    return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
