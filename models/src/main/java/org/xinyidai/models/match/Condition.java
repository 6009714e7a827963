package org.xinyidai.models.match;

import org.xinyidai.models.product.Text;

/**
 * What still stands between an offer and the loan (附带条件): the lender will check it.
 *
 * @param attribute as in {@link Mismatch}
 */
public record Condition(Kind kind, String attribute, Text words) {
  /** Why there is a condition; the name is the stable code in answers. */
  public enum Kind {
    /** The product asks for a fact that the enterprise has not declared. */
    UNDECLARED,
    /** The enterprise has declared it; nobody has checked it. */
    DECLARED_ONLY,
    /** The publisher does not state the rate or the term, or only a span of it. */
    SET_BY_LENDER,
    /** Debts that are not declared come off the amount. */
    DEBTS_COME_OFF
  }
}
