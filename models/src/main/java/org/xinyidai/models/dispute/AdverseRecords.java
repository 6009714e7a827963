package org.xinyidai.models.dispute;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinyidai.models.record.CreditListKind;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.ListingAction;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.PenaltySeverity;
import org.xinyidai.models.record.SourceRecord;

/**
 * Which adverse records still count on a day (尚在影响期内的负面信息): listings that no exit has ended, and
 * penalties that are not repaired and whose longest term of publication has not run out (信用修复管理办法).
 * What is over must not be held against anyone (D7).
 */
public final class AdverseRecords {
  private final LocalDate day;
  private final Set<Entry> left;

  /** What an exit names of the listing that it ends. */
  private record Entry(CreditListKind list, String documentNumber) {
    static Entry of(Listing listing) {
      return new Entry(listing.list(), listing.documentNumber());
    }
  }

  /**
   * Looks through the records of one enterprise.
   *
   * @param known all that is known and not withdrawn, of penalties and lists at least
   */
  public AdverseRecords(Collection<? extends SourceRecord> known, LocalDate day) {
    this.day = day;
    this.left =
        known.stream()
            .filter(record -> record instanceof Listing && !record.day().isAfter(day))
            .map(Listing.class::cast)
            .filter(listing -> listing.action() != ListingAction.ENTERED)
            .map(Entry::of)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a record is adverse and counts. */
  public boolean count(SourceRecord record) {
    if (record.day().isAfter(day)) {
      return false;
    }
    if (record instanceof Penalty penalty) {
      return penalty.repairedOn() == null
          && !day.isAfter(penalty.decidedOn().plusMonths(longestMonths(penalty.severity())));
    }
    return record instanceof Listing listing
        && listing.action() == ListingAction.ENTERED
        && listing.list() != CreditListKind.RED
        && !left.contains(Entry.of(listing));
  }

  private static int longestMonths(PenaltySeverity severity) {
    return switch (severity) {
      case MINOR -> 3;
      case GENERAL -> 12;
      case SERIOUS -> 36;
    };
  }
}
