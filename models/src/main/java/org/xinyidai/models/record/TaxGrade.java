package org.xinyidai.models.record;

import java.util.List;
import org.xinyidai.models.subject.Code;

/** Tax credit grade (纳税信用级别), by the annual evaluation of the tax office. */
public enum TaxGrade implements Code {
  A("A级"),
  B("B级"),
  M("M级"),
  C("C级"),
  D("D级");

  /** All codes in stored order. */
  public static final List<TaxGrade> ALL = List.of(values());

  private final String spellings;

  TaxGrade(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
