package org.xinyidai.models.product;

import java.time.LocalDate;

/**
 * An entry condition of a product (准入条件), typed and never code: the value of one attribute must lie
 * in a union of closed intervals. All criteria of a product must hold.
 */
public sealed interface Criterion
    permits RangeCriterion, SetCriterion, FlagCriterion, DateCriterion {
  /** The name of the attribute it speaks of. */
  String attribute();

  WhenMissing whenMissing();

  /**
   * The values that pass on a day.
   *
   * @param attribute the one that is named here
   * @throws IllegalArgumentException when the criterion does not fit the attribute; {@link
   *     ProductLint} tells it beforehand
   */
  AcceptedSet accepted(Attribute attribute, int position, LocalDate day);

  /** What is required, in words, without the title of the attribute, such as {@code ≥ 24个月}. */
  Text required(Attribute attribute);

  /** The whole condition in words. */
  default Text words(Attribute attribute) {
    Text required = required(attribute);
    return new Text(
        attribute.title().zh() + required.zh(), attribute.title().en() + " " + required.en());
  }

  /**
   * What becomes of an enterprise that has no value (缺失处理).
   *
   * <p>Data that the platform collects and has not got, as well as an entry right that only the
   * lender's list gives, withholds the product: {@link #FAILS}. A lesser condition on what the
   * platform can never know (number of other lenders, debts, the owner's age) is {@link
   * #LENDER_CHECKS}: to withhold every such product from everyone who declared nothing would hide
   * most of the market, to pass it in silence would promise what nobody has checked; so it is
   * offered, and the offer names the condition that the lender will check. A value that is declared
   * and does not pass withholds the product in every case.
   */
  enum WhenMissing {
    FAILS("fails"),
    PASSES("passes"),
    LENDER_CHECKS("lenderChecks");

    private final String code;

    WhenMissing(String code) {
      this.code = code;
    }

    /** The stable code in product files. */
    public String code() {
      return code;
    }

    /** What holds where a product file does not say it. */
    public static WhenMissing usual(Attribute attribute) {
      return attribute.origin() == Attribute.Origin.DECLARED ? LENDER_CHECKS : FAILS;
    }

    boolean passes() {
      return this != FAILS;
    }
  }
}
