package org.xinyidai.models.record;

import java.util.List;
import org.xinyidai.models.subject.Code;

/** Kind of innovation on record (科创类别): rights, projects and titles. */
public enum InnovationKind implements Code {
  INVENTION("发明专利"),
  UTILITY_MODEL("实用新型"),
  DESIGN("外观设计"),
  SOFTWARE("软件著作权"),
  TRADEMARK("商标"),
  RND_PROJECT("研发项目|研发费用加计扣除"),
  TECHNOLOGY_SME("科技型中小企业"),
  HIGH_TECH_ENTERPRISE("高新技术企业"),
  INNOVATIVE_SME("创新型中小企业"),
  SPECIALISED_SME("专精特新中小企业|专精特新"),
  LITTLE_GIANT("专精特新小巨人|专精特新“小巨人”企业");

  /** All codes in stored order. */
  public static final List<InnovationKind> ALL = List.of(values());

  private final String spellings;

  InnovationKind(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
