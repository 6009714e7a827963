package org.xinyidai.models.product;

/** Who publishes and grants (金融机构). Requirement B8. */
public record Lender(Text name, Type type) {
  /** The kinds of institutions that the platform admits. */
  public enum Type {
    BANK("bank"),
    GUARANTEE("guarantee"),
    SMALL_LOAN("smallLoan"),
    PAWN("pawn");

    private final String code;

    Type(String code) {
      this.code = code;
    }

    /** The stable code in product files. */
    public String code() {
      return code;
    }
  }
}
