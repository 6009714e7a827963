package org.xinyidai.models.ranking;

import org.jspecify.annotations.Nullable;
import org.xinyidai.models.score.Grade;

/**
 * One decision of a lender on an application (既往审批).
 *
 * @param lender its organisation, or the Chinese name under which it reports
 * @param product id of the product, null where the lender did not say
 * @param grade of the enterprise on that day, null where nothing was known of it
 * @param workingDays from the application to the decision, -1 where it is unknown
 */
public record PastDecision(
    String lender,
    @Nullable String product,
    @Nullable Grade grade,
    boolean approved,
    int workingDays) {
  /** Where nobody said when the application came in. */
  public static final int UNKNOWN_DAYS = -1;
}
