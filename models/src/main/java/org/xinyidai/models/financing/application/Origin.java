package org.xinyidai.models.financing.application;

import org.jspecify.annotations.Nullable;

/**
 * What an application comes from (申请来源).
 *
 * @param of the older application; null for a first one
 * @param withoutRepayment whether the new loan repays the old one (无还本续贷); only for a renewal
 */
public record Origin(Kind kind, @Nullable ApplicationId of, boolean withoutRepayment) {
  /** A new application for new money. */
  public static final Origin NEW = new Origin(Kind.NEW, null, false);

  /** How it comes about. */
  public enum Kind {
    NEW,
    /** It follows a loan of the same lender (续贷). */
    RENEWAL,
    /** It was given over from another lender (转办). */
    REASSIGNMENT
  }

  public Origin {
    if ((of == null) != (kind == Kind.NEW) || (withoutRepayment && kind != Kind.RENEWAL)) {
      throw new IllegalArgumentException("no such origin: " + kind);
    }
  }

  public static Origin reassigned(ApplicationId from) {
    return new Origin(Kind.REASSIGNMENT, from, false);
  }

  public static Origin renewal(ApplicationId of, boolean withoutRepayment) {
    return new Origin(Kind.RENEWAL, of, withoutRepayment);
  }
}
