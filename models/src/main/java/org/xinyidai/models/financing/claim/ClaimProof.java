package org.xinyidai.models.financing.claim;

import java.time.LocalDate;
import java.util.List;

/**
 * What proves that the platform had brought the two together (撮合依据): a demand that stood before the
 * loan, and the lender's products that it matched on the day of the grant.
 *
 * @param demand number of the demand
 * @param products ids of the lender's products that were offered
 */
public record ClaimProof(String demand, LocalDate postedOn, List<String> products) {
  /**
   * How long before the grant the demand may have been posted: two quarters, as long as a grant may
   * stand open.
   */
  public static final int WINDOW_DAYS = 180;

  public ClaimProof {
    products = List.copyOf(products);
  }

  /** Whether a demand of this day can have led to a loan of that day. */
  public static boolean isWithin(LocalDate postedOn, LocalDate grantedOn) {
    return !postedOn.isAfter(grantedOn) && !postedOn.plusDays(WINDOW_DAYS).isBefore(grantedOn);
  }
}
