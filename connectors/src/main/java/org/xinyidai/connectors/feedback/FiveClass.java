package org.xinyidai.connectors.feedback;

import java.util.Optional;
import java.util.stream.Stream;
import org.xinyidai.models.product.Text;

/** How sound a loan is (贷款五级分类), 商业银行金融资产风险分类办法 (2023), article 6. */
public enum FiveClass {
  NORMAL("normal", "正常"),
  SPECIAL_MENTION("special-mention", "关注"),
  SUBSTANDARD("substandard", "次级"),
  DOUBTFUL("doubtful", "可疑"),
  LOSS("loss", "损失");

  private final String code;
  private final String titleZh;

  FiveClass(String code, String titleZh) {
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

  public static Optional<FiveClass> ofCode(String code) {
    return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
