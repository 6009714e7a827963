package org.xinyidai.models.dispute;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.CaseRole;
import org.xinyidai.models.record.CreditListKind;
import org.xinyidai.models.record.JudicialCase;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.ListingAction;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.SourceRecord;
import org.xinyidai.models.record.TaxGrade;
import org.xinyidai.models.record.TaxRating;
import org.xinyidai.models.record.UtilityBill;

/**
 * When the behaviour that a record blames came to its end (不良行为或者事件终止之日, 征信业管理条例 art. 16): from
 * that day on its years of keeping are counted.
 */
public final class AdverseEnd {
  private AdverseEnd() {}

  /**
   * The day it ended: a penalty's decision or the later repair, the close of a case, the payment of
   * arrears, a listing's exit, the end of the year in which the lowest tax rating held.
   *
   * @param others what else is known of the same subject, among them the exits from lists
   * @return empty for a record that blames nobody, and for behaviour that goes on
   */
  public static Optional<LocalDate> of(
      SourceRecord record, Collection<? extends SourceRecord> others) {
    if (record instanceof Penalty penalty) {
      return Optional.of(later(penalty.decidedOn(), penalty.repairedOn()));
    }
    if (record instanceof JudicialCase lawsuit) {
      return blames(lawsuit) ? Optional.ofNullable(lawsuit.closedOn()) : Optional.empty();
    }
    if (record instanceof UtilityBill bill) {
      return bill.arrearsFen() > 0
          ? Optional.ofNullable(bill.paidOn()).map(paid -> later(bill.dueOn(), paid))
          : Optional.empty();
    }
    if (record instanceof TaxRating rating) {
      return rating.grade() == TaxGrade.D
          ? Optional.of(rating.publishedOn().plusYears(1))
          : Optional.empty();
    }
    return record instanceof Listing listing ? exit(listing, others) : Optional.empty();
  }

  /** An exit goes with the entry that it ends. */
  private static Optional<LocalDate> exit(
      Listing listing, Collection<? extends SourceRecord> others) {
    if (listing.list() == CreditListKind.RED) {
      return Optional.empty();
    }
    if (listing.action() != ListingAction.ENTERED) {
      return Optional.of(listing.decidedOn());
    }
    return Stream.concat(Stream.of(listing), others.stream())
        .filter(Listing.class::isInstance)
        .map(Listing.class::cast)
        .filter(other -> other.action() != ListingAction.ENTERED)
        .filter(other -> other.list() == listing.list())
        .filter(other -> other.documentNumber().equals(listing.documentNumber()))
        .map(Listing::decidedOn)
        .max(LocalDate::compareTo);
  }

  private static boolean blames(JudicialCase lawsuit) {
    return lawsuit.dishonest()
        || lawsuit.role() == CaseRole.DEFENDANT
        || lawsuit.role() == CaseRole.EXECUTED;
  }

  private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
    return other != null && other.isAfter(one) ? other : one;
  }
}
