package org.xinyidai.models.ranking;

/**
 * The chance that a lender approves (获批可能性), estimated from what was decided before.
 *
 * @param probability above 0 and below 1
 * @param basis the narrowest group that has any decisions
 * @param decisions how many of that group there are
 */
public record Chance(double probability, Basis basis, long decisions) {
  /** Whose decisions an estimate stands on. */
  public enum Basis {
    PRODUCT("product", "该产品同等级", "of this product and grade"),
    LENDER("lender", "该机构同等级", "of this lender and grade"),
    MARKET("market", "全市场同等级", "of all lenders and this grade"),
    /** Nobody has told of any decision: the estimate is even and says nothing. */
    NONE("none", "无", "none");

    private final String code;
    private final String titleZh;
    private final String titleEn;

    Basis(String code, String titleZh, String titleEn) {
      this.code = code;
      this.titleZh = titleZh;
      this.titleEn = titleEn;
    }

    /** The stable code in answers. */
    public String code() {
      return code;
    }

    public String titleZh() {
      return titleZh;
    }

    public String titleEn() {
      return titleEn;
    }
  }
}
