package org.xinyidai.models.subject;

import java.util.List;
import java.util.Optional;

/** Form of a market subject (经营主体类型). */
public enum SubjectType implements Code {
  FIRM("企业|公司"),
  SOLE_TRADER("个体工商户"),
  FARMER_COOPERATIVE("农民专业合作社"),
  FARMER("农户|家庭农场");

  /** All codes in stored order. */
  public static final List<SubjectType> ALL = List.of(values());

  private final String spellings;

  SubjectType(String spellings) {
    this.spellings = spellings;
  }

  /**
   * The form that a code tells: registering authority 9 (市场监管) and its class, GB 32100-2015; empty
   * for codes of other authorities. A family farm bears the class under which it was registered.
   */
  public static Optional<SubjectType> ofCode(Uscc uscc) {
    return switch (uscc.value().substring(0, 2)) {
      case "91" -> Optional.of(FIRM);
      case "92" -> Optional.of(SOLE_TRADER);
      case "93" -> Optional.of(FARMER_COOPERATIVE);
      default -> Optional.empty();
    };
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
