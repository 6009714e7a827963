package org.xinyidai.models.record;

import java.util.List;
import org.xinyidai.models.subject.Code;

/** Kind of tax (税种). */
public enum TaxType implements Code {
  VAT("增值税"),
  CIT("企业所得税"),
  IIT("个人所得税"),
  STAMP("印花税"),
  SURCHARGE("城市维护建设税及附加|城市维护建设税|教育费附加"),
  CONSUMPTION("消费税"),
  PROPERTY("房产税|城镇土地使用税"),
  ENVIRONMENT("环境保护税"),
  RESOURCE("资源税"),
  OTHER("其他|其他税种");

  /** All codes in stored order. */
  public static final List<TaxType> ALL = List.of(values());

  private final String spellings;

  TaxType(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
