package org.xinyidai.models.record;

import java.util.List;
import org.xinyidai.models.subject.Code;

/** Environmental credit grade (环保信用等级), from best to worst. */
public enum EnvironmentalGrade implements Code {
  GREEN("绿色|绿牌|环保诚信企业"),
  BLUE("蓝色|蓝牌|环保良好企业"),
  YELLOW("黄色|黄牌|环保警示企业"),
  RED("红色|红牌|环保不良企业"),
  BLACK("黑色|黑牌");

  /** All codes in stored order. */
  public static final List<EnvironmentalGrade> ALL = List.of(values());

  private final String spellings;

  EnvironmentalGrade(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
