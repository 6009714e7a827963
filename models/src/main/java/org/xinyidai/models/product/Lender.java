package org.xinyidai.models.product;

/**
 * Who publishes and grants (金融机构). Requirement B8.
 *
 * @param organisation under which the accounts of the lender act; a product belongs to it, whatever
 *     name it shows
 */
public record Lender(String organisation, Text name, Type type) {
  /** As long as the organisation of an account may be. */
  public static final int MAX_ORGANISATION = 200;

  public Lender {
    if (organisation.isBlank() || organisation.length() > MAX_ORGANISATION) {
      throw new IllegalArgumentException("a lender has an organisation");
    }
  }

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
