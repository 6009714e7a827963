package org.xinyidai.models.uptake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.TaxRating;

/**
 * All that targets need to know of one subject (主体事件), each list in order of day.
 *
 * @param coveredOn first day of which anything but the register tells, null where nothing does
 * @param registeredOn when it came to the platform, null where it never did
 * @param verified when it became verified, and ceased to be
 * @param appliedOn first application, null where none was filed
 * @param grantedOn first grant, null where there is none
 */
public record SubjectHistory(
    List<MarketRegistration> registrations,
    List<TaxRating> ratings,
    List<Listing> listings,
    @Nullable LocalDate coveredOn,
    @Nullable LocalDate registeredOn,
    List<Turn> verified,
    @Nullable LocalDate appliedOn,
    @Nullable LocalDate grantedOn) {
  /** From a day on something holds, or no longer does. */
  public record Turn(LocalDate on, boolean holds) {}

  public SubjectHistory {
    registrations = List.copyOf(registrations);
    ratings = List.copyOf(ratings);
    listings = List.copyOf(listings);
    verified = List.copyOf(verified);
  }
}
