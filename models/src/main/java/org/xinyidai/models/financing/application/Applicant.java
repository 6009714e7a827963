package org.xinyidai.models.financing.application;

import org.jspecify.annotations.Nullable;

/**
 * Who files, as the platform knew it on the day of filing (申请主体).
 *
 * @param name in the register of enterprises; null where no record of it is known
 * @param borrowedBefore whether a record tells of an earlier loan of any lender
 */
public record Applicant(@Nullable String name, boolean borrowedBefore) {
  /** Nothing is known. */
  public static final Applicant UNKNOWN = new Applicant(null, false);
}
